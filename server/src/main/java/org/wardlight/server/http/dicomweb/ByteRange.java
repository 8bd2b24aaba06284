// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.http.ProblemKind;
import org.wardlight.server.http.Refused;

/**
 * The one range of a Range header (RFC 9110 14.2).
 *
 * @param first byte, from 0
 * @param last byte, included
 */
record ByteRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /** Empty when all is asked for; a header of another form, or of several ranges, asks for all. */
    static Optional<ByteRange> of(@Nullable String header, long length) {
        Matcher found = FORM.matcher(header == null ? "" : header.strip());
        if (!found.matches() || (found.group(1).isEmpty() && found.group(2).isEmpty())) {
            return Optional.empty();
        }
        boolean suffix = found.group(1).isEmpty();
        long one = Long.parseLong(suffix ? found.group(2) : found.group(1));
        long first = suffix ? Math.max(0, length - one) : one;
        long last = suffix || found.group(2).isEmpty() ? length - 1 : Long.parseLong(found.group(2));
        if (first >= length || last < first) {
            throw new Refused(ProblemKind.RANGE_NOT_SATISFIABLE);
        }
        return Optional.of(new ByteRange(first, Math.min(last, length - 1)));
    }

    long length() {
        return last - first + 1;
    }
}
