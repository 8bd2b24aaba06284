// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text with code extensions (ISO 2022 as PS3.5 6.1.2.5 restricts it): escape sequences choose the table of the lower half (G0) and
 * of the upper half (G1); the first value of (0008,0005) is in force at the start and again after every delimiter.
 */
final class Iso2022 {
    private static final char REPLACEMENT = '\uFFFD';

    private final CodeTable initialLower;
    private final @Nullable CodeTable initialUpper;

    Iso2022(CodeTable first, List<CodeTable> declared) {
        initialLower = first == CodeTable.KATAKANA ? CodeTable.ROMAJI : CodeTable.ASCII;
        // Korean and Chinese senders often leave the escape out; the declared upper table is then the only one it can
        // be.
        Optional<CodeTable> upper = declared.stream().filter(CodeTable::upper).findFirst();
        initialUpper = first.upper() ? first : upper.orElse(null);
    }

    String decode(byte[] bytes, boolean personName) {
        StringBuilder text = new StringBuilder(bytes.length);
        CodeTable lower = initialLower;
        CodeTable upper = initialUpper;
        for (int at = 0; at < bytes.length; ) {
            int value = bytes[at] & 0xFF;
            if (value == 0x1B) {
                Optional<CodeTable> table = escape(bytes, at + 1);
                if (table.isPresent()) {
                    lower = table.get().upper() ? lower : table.get();
                    upper = table.get().upper() ? table.get() : upper;
                    at += 1 + table.get().escape().length();
                    continue;
                }
            }
            boolean single = lower.width() == 1;
            if (value < 0x20 || (single && isDelimiter(value, personName))) {
                lower = initialLower;
                upper = initialUpper;
                text.append((char) value);
                at++;
            } else {
                CodeTable table = value < 0x80 ? lower : upper;
                at += append(text, table, bytes, at);
            }
        }
        return text.toString();
    }

    /** Appends one character and says how many bytes it took. */
    private static int append(StringBuilder text, @Nullable CodeTable table, byte[] bytes, int at) {
        if (table == null || at + table.width() > bytes.length || !sameHalf(bytes, at, table.width())) {
            text.append(REPLACEMENT);
            return 1;
        }
        if (bytes[at] == ' ') {
            text.append(' ');
            return 1;
        }
        text.append(table.decode(bytes, at));
        return table.width();
    }

    private static boolean sameHalf(byte[] bytes, int at, int width) {
        return width == 1 || (bytes[at] ^ bytes[at + 1]) >= 0;
    }

    private static boolean isDelimiter(int value, boolean personName) {
        return value == '\\' || (personName && (value == '^' || value == '='));
    }

    private static Optional<CodeTable> escape(byte[] bytes, int at) {
        for (CodeTable table : CodeTable.values()) {
            if (!table.escape().isEmpty() && startsWith(bytes, at, table.escape())) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int at, String text) {
        if (at + text.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
