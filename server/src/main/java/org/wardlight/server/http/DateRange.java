// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import org.jspecify.annotations.Nullable;

/**
 * The {@code date} of a search: {@code 2026-11-24} for one day, or {@code 2026-11-01..2026-11-24} with either end left out.
 * The days themselves are checked by the query that takes them.
 */
record DateRange(@Nullable String from, @Nullable String to) {
    static DateRange parse(String text) {
        if (text.isBlank()) {
            return new DateRange(null, null);
        }
        int dots = text.indexOf("..");
        return dots < 0
                ? new DateRange(text, text)
                : new DateRange(end(text.substring(0, dots)), end(text.substring(dots + 2)));
    }

    private static @Nullable String end(String text) {
        return text.isBlank() ? null : text;
    }
}
