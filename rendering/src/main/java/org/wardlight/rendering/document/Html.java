// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.nio.charset.StandardCharsets;
import org.wardlight.rendering.RenderingException.LimitExceeded;

/** HTML in the making: what is not markup of this program is escaped. One thread. */
final class Html {
    /** A page of more is none that anybody reads. */
    private static final int LONGEST = 24 << 20;

    private final StringBuilder out = new StringBuilder();

    /** Text, escaped for contents and attributes alike. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\t', '\n' -> escaped.append((char) point);
                case '\r', '\f' -> escaped.append('\n');
                default -> escaped.appendCodePoint(shown(point) ? point : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** Control characters, halves of pairs, and what turns the direction of other text round do not pass. */
    private static boolean shown(int point) {
        boolean control = point < 0x20 || (point >= 0x7F && point < 0xA0);
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        boolean override = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return !control && !surrogate && !override && point != 0xFFFE && point != 0xFFFF;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Markup of this program. */
    Html raw(String markup) {
        out.append(markup);
        if (out.length() > LONGEST) {
            throw new LimitExceeded("the document's page is longer than " + (LONGEST >> 20) + " million characters");
        }
        return this;
    }

    Html text(String text) {
        return raw(escape(text));
    }

    /** An element with text in it. */
    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    /** A line of a description list; nothing when the value is empty. */
    Html row(String name, String value) {
        return value.isBlank() ? this : element("dt", name).element("dd", value);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
