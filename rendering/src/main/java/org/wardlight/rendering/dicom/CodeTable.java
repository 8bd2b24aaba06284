// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The code tables of Specific Character Set (PS3.3 tables C.12-2 to C.12-5): defined term, escape sequence, whether it is the upper
 * half (G1), bytes a character, and the Java charset that has it. To add one, add a constant.
 */
enum CodeTable {
    ASCII("IR6", "(B", false, 1, "US-ASCII", ""),
    LATIN_1("IR100", "-A", true, 1, "ISO-8859-1", ""),
    LATIN_2("IR101", "-B", true, 1, "ISO-8859-2", ""),
    LATIN_3("IR109", "-C", true, 1, "ISO-8859-3", ""),
    LATIN_4("IR110", "-D", true, 1, "ISO-8859-4", ""),
    CYRILLIC("IR144", "-L", true, 1, "ISO-8859-5", ""),
    ARABIC("IR127", "-G", true, 1, "ISO-8859-6", ""),
    GREEK("IR126", "-F", true, 1, "ISO-8859-7", ""),
    HEBREW("IR138", "-H", true, 1, "ISO-8859-8", ""),
    LATIN_5("IR148", "-M", true, 1, "ISO-8859-9", ""),
    LATIN_9("IR203", "-b", true, 1, "ISO-8859-15", ""),
    THAI("IR166", "-T", true, 1, "TIS-620", ""),
    KATAKANA("IR13", ")I", true, 1, "JIS_X0201", ""),
    ROMAJI("IR14", "(J", false, 1, "US-ASCII", ""),
    KANJI("IR87", "$B", false, 2, "EUC-JP", ""),
    KANJI_SUPPLEMENT("IR159", "$(D", false, 2, "EUC-JP", "\u008F"),
    HANGUL("IR149", "$)C", true, 2, "EUC-KR", ""),
    CHINESE("IR58", "$)A", true, 2, "GB2312", ""),
    UTF_8("IR192", "", true, 0, "UTF-8", ""),
    GB18030("GB18030", "", true, 0, "GB18030", ""),
    GBK("GBK", "", true, 0, "GBK", "");

    private static final Map<String, CodeTable> BY_TERM = new HashMap<>();

    static {
        for (CodeTable table : values()) {
            BY_TERM.put(table.term, table);
        }
    }

    private final String term;
    private final String escape;
    private final boolean upper;
    private final int width;
    private final Charset charset;
    private final String prefix;

    CodeTable(String term, String escape, boolean upper, int width, String charset, String prefix) {
        this.term = term;
        this.escape = escape;
        this.upper = upper;
        this.width = width;
        this.charset = Charset.forName(charset);
        this.prefix = prefix;
    }

    /** By a defined term, also as often misspelt: ISO_IR_100, ISO-IR 100, ISO IR 100, ISO2022 IR 87, ISO_IR 192 as UTF-8. */
    static Optional<CodeTable> of(String term) {
        String compact = term.toUpperCase(Locale.ROOT).replaceAll("[ _.:-]", "");
        if (compact.isEmpty()) {
            return Optional.of(ASCII);
        }
        String number = compact.replaceFirst("^ISO(2022)?(?=IR)", "");
        CodeTable table = BY_TERM.get(number);
        return Optional.ofNullable(table != null ? table : alias(compact));
    }

    private static CodeTable alias(String compact) {
        if (compact.matches("ISO8859\\d+")) {
            String name = "ISO-8859-" + compact.substring(7);
            for (CodeTable table : values()) {
                if (table.charset.name().equals(name)) {
                    return table;
                }
            }
        }
        return switch (compact) {
            case "UTF8", "ISO10646", "ISO10646UTF8" -> UTF_8;
            case "GB2312" -> GBK;
            case "LATIN1" -> LATIN_1;
            default -> ASCII;
        };
    }

    /**
     * Whether the term alone already asks for decoding by code tables: those of two bytes exist in no other way, and katakana has a yen
     * sign for the backslash in Java's charset, where DICOM has its delimiter.
     */
    boolean needsCodeTables() {
        return width == 2 || this == KATAKANA;
    }

    /** Whether the table is a whole encoding of its own, without escape sequences. */
    boolean whole() {
        return width == 0;
    }

    Charset charset() {
        return charset;
    }

    /** What follows ESC. */
    String escape() {
        return escape;
    }

    /** Whether its bytes lie above 0x80 (G1), else below (G0). */
    boolean upper() {
        return upper;
    }

    int width() {
        return width;
    }

    /** Decodes one character's bytes, given with or without their upper bit. */
    String decode(byte[] bytes, int offset) {
        byte[] raised = new byte[prefix.length() + width];
        for (int i = 0; i < prefix.length(); i++) {
            raised[i] = (byte) prefix.charAt(i);
        }
        for (int i = 0; i < width; i++) {
            raised[prefix.length() + i] = (byte) (upper || width == 2 ? bytes[offset + i] | 0x80 : bytes[offset + i]);
        }
        return new String(raised, charset);
    }
}
