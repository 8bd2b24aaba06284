// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.wardlight.rendering.dicom.Value.Items;
import org.wardlight.rendering.dicom.Value.Text;

/** Text that a builder set, on its way to bytes. */
final class Texts {
    private Texts() {}

    /** Adds ISO_IR 192 (UTF-8) where text needs more than ASCII and no Specific Character Set is named. */
    static DataSet withCharacterSet(DataSet data) {
        return !data.contains(Tag.SPECIFIC_CHARACTER_SET) && needsMoreThanAscii(data)
                ? data.toBuilder()
                        .string(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                        .build()
                : data;
    }

    /** Values are encoded one by one: the delimiter is the byte 5C in every character set, also where that byte is another sign. */
    static byte[] encode(List<String> values, CharacterSet characterSet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                bytes.write('\\');
            }
            bytes.writeBytes(characterSet.encode(values.get(i)));
        }
        return bytes.toByteArray();
    }

    private static boolean needsMoreThanAscii(DataSet data) {
        return data.elements().stream().map(Element::value).anyMatch(value -> {
            if (value instanceof Text text) {
                return text.values().stream().anyMatch(one -> one.chars().anyMatch(c -> c > 0x7E));
            }
            return value instanceof Items items && items.items().stream().anyMatch(Texts::needsMoreThanAscii);
        });
    }
}
