// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a resource that a client asks for (RFC 9110 14).
 *
 * @param from first byte, counted from 0
 * @param length at least 1
 */
record ByteRange(long from, long length) {
    private static final Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /**
     * The range of a header; empty when there is none, or one that is not understood, for which the whole is sent.
     *
     * @throws Refused with 416 when it lies outside, or when several are asked for
     */
    static Optional<ByteRange> of(@org.jspecify.annotations.Nullable String header, long size) {
        if (header == null || !header.strip().startsWith("bytes=")) {
            return Optional.empty();
        }
        Matcher range = SINGLE.matcher(header.strip());
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            throw new Refused(ProblemKind.BAD_RANGE);
        }
        if (range.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(range.group(2)));
            return checked(size - last, size, size);
        }
        long from = Long.parseLong(range.group(1));
        long end = range.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(range.group(2)) + 1);
        return checked(from, end, size);
    }

    private static Optional<ByteRange> checked(long from, long end, long size) {
        if (from >= size || end <= from) {
            throw new Refused(ProblemKind.BAD_RANGE);
        }
        return Optional.of(new ByteRange(from, end - from));
    }
}
