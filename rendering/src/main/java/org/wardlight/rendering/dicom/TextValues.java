// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wardlight.rendering.dicom.Value.Bytes;
import org.wardlight.rendering.dicom.Value.Text;

/** Element values as text. */
final class TextValues {
    private TextValues() {}

    static List<String> of(Element element, CharacterSet characterSet) {
        if (element.value() instanceof Text text) {
            return text.values();
        }
        if (!(element.value() instanceof Bytes bytes)) {
            return List.of();
        }
        return switch (element.vr().kind()) {
            case ASCII, DECIMAL_STRING -> split(new String(bytes.bytes(), StandardCharsets.ISO_8859_1));
            case TEXT -> split(characterSet.decode(bytes.bytes(), element.vr() == Vr.PN));
            case LONG_TEXT -> single(stripEnd(characterSet.decode(bytes.bytes(), false)));
            // What no dictionary knows is most often text; what is not shows as such.
            case OPAQUE -> split(characterSet.decode(bytes.bytes(), false));
            case FLOAT ->
                Arrays.stream(NumberValues.doubles(element))
                        .mapToObj(Double::toString)
                        .toList();
            case TAG ->
                Arrays.stream(NumberValues.longs(element))
                        .mapToObj(tag -> Tag.format((int) tag))
                        .toList();
            case UNSIGNED, SIGNED ->
                Arrays.stream(NumberValues.longs(element))
                        .mapToObj(n -> unsigned(element, n))
                        .toList();
            case ITEMS -> List.of();
        };
    }

    private static String unsigned(Element element, long number) {
        return element.vr() == Vr.UV || element.vr() == Vr.OV ? Long.toUnsignedString(number) : Long.toString(number);
    }

    private static List<String> single(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static List<String> split(String text) {
        if (text.indexOf('\\') < 0) {
            return single(strip(text));
        }
        List<String> values = new ArrayList<>();
        for (String value : text.split("\\\\", -1)) {
            values.add(strip(value));
        }
        return values;
    }

    /** Trailing blanks and NULs pad, leading blanks carry no meaning (PS3.5 6.2). */
    static String strip(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return stripEnd(text.substring(start));
    }

    static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }

    static String fold(String term) {
        return term.strip().toUpperCase(Locale.ROOT);
    }
}
