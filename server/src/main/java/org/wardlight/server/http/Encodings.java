// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads Accept-Encoding (RFC 9110 12.5.3). */
public final class Encodings {
    private Encodings() {}

    /** Whether the header names the coding, or everything, with a weight above 0. */
    public static boolean accepts(@Nullable String header, String coding) {
        if (header == null) {
            return false;
        }
        boolean any = false;
        for (String entry : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = entry.split(";", 2);
            String name = parts[0].strip();
            boolean wanted = parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            if (name.equals(coding)) {
                return wanted;
            }
            any |= name.equals("*") && wanted;
        }
        return any;
    }
}
