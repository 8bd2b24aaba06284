// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Value;
import org.wardlight.rendering.dicom.Vr;

/** Values as found in JSON, made what their VR holds. */
final class ElementValues {
    private static final Value EMPTY = new Value.Bytes(new byte[0]);

    private ElementValues() {}

    /** @throws NumberFormatException when one is nothing that the VR holds */
    static Value of(Vr vr, List<Found> values) {
        if (vr == Vr.SQ) {
            return new Value.Items(values.stream().map(ElementValues::item).toList());
        }
        if (values.isEmpty()) {
            return EMPTY;
        }
        if (vr == Vr.PN) {
            return new Value.Text(values.stream().map(ElementValues::name).toList());
        }
        if (values.stream().anyMatch(value -> value.text() == null && value != Found.NULL)) {
            throw new NumberFormatException("an object");
        }
        if (vr.isText()) {
            return new Value.Text(values.stream()
                    .map(value -> value.number() ? number(vr, value.textOrEmpty()) : value.textOrEmpty())
                    .toList());
        }
        if (ElementJson.BINARY.contains(vr)) {
            throw new NumberFormatException("values where bytes belong");
        }
        return new Value.Bytes(BinaryNumbers.toBytes(
                vr, values.stream().map(Found::textOrEmpty).toList()));
    }

    private static DataSet item(Found found) {
        if (found.text() != null || !found.groups().isEmpty()) {
            throw new NumberFormatException("no item");
        }
        return found.data();
    }

    /** Some write a name as one string, as in the file. */
    private static String name(Found found) {
        if (!found.data().isEmpty()) {
            throw new NumberFormatException("an item");
        }
        return found.text() == null ? NameGroups.join(found.groups()) : found.text();
    }

    /** A number as text that the VR can hold: a DS gives up digits, never the magnitude. */
    private static String number(Vr vr, String text) {
        if (vr == Vr.IS) {
            return text.matches("-?\\d{1,12}")
                    ? text
                    : new BigDecimal(bounded(text)).toBigInteger().toString();
        }
        if (vr != Vr.DS || text.length() <= DecimalText.LONGEST) {
            return text;
        }
        BigDecimal exact = new BigDecimal(bounded(text)).stripTrailingZeros();
        String shortest = exact.toString();
        for (int digits = DecimalText.LONGEST; shortest.length() > DecimalText.LONGEST; digits--) {
            BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
            String plain = rounded.scale() < 64 && rounded.precision() - rounded.scale() < 64
                    ? rounded.toPlainString()
                    : rounded.toString();
            shortest = plain.length() <= DecimalText.LONGEST ? plain : rounded.toString();
        }
        return shortest;
    }

    /** An exponent of millions would take all memory to write out. */
    private static String bounded(String text) {
        if (!text.matches("-?[0-9.]{1,64}([eE][+-]?\\d{1,3})?")) {
            throw new NumberFormatException("too long");
        }
        return text;
    }
}
