// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** One value in a list: a number, a string, or null where a value between others is empty (PS3.18 F.2.5). */
record JsonValue(String text, boolean number) {
    static JsonValue text(String text) {
        return new JsonValue(text, false);
    }

    /** @param text in the grammar of JSON's numbers */
    static JsonValue number(String text) {
        return new JsonValue(text, true);
    }

    void write(JsonGenerator json) throws IOException {
        if (number) {
            json.writeNumber(text);
        } else if (text.isEmpty()) {
            json.writeNull();
        } else {
            json.writeString(wellFormed(text));
        }
    }

    /** Half a pair of surrogates has no UTF-8: U+FFFD instead. */
    static String wellFormed(String text) {
        boolean broken = text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        if (!broken) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
