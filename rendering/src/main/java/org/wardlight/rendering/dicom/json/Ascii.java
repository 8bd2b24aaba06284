// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Element;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;

/** Whether text needs more than the default repertoire. */
final class Ascii {
    private Ascii() {}

    static boolean exceeded(DataSet data) {
        return data.elements().stream().anyMatch(Ascii::exceeded);
    }

    private static boolean exceeded(Element element) {
        if (element.value() instanceof Value.Items items) {
            return items.items().stream().anyMatch(Ascii::exceeded);
        }
        if (element.value() instanceof Value.Text text) {
            return text.values().stream().anyMatch(one -> one.chars().anyMatch(c -> c > 0x7E));
        }
        boolean text = element.vr().kind() == Vr.Kind.TEXT || element.vr().kind() == Vr.Kind.LONG_TEXT;
        return text && element.value() instanceof Value.Bytes bytes && exceeded(bytes.bytes());
    }

    private static boolean exceeded(byte[] bytes) {
        for (byte value : bytes) {
            if (value < 0) {
                return true;
            }
        }
        return false;
    }
}
