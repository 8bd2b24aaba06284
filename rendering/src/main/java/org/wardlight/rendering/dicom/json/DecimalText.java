// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom.json;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wardlight.rendering.dicom.Vr;

/**
 * DS and IS in JSON: numbers where a reader that holds numbers in 64 bits sees exactly what the text says, else the text as it is
 * (PS3.18 F.2.3 allows both).
 */
final class DecimalText {
    /** A DS has 16 characters at most (PS3.5 6.2); a longer one breaks the standard and is passed on as it is. */
    static final int LONGEST = 16;

    private static final Pattern NUMBER = Pattern.compile("([+-]?)(\\d*)(?:\\.(\\d*))?(?:[eE]([+-]?\\d{1,3}))?");

    private DecimalText() {}

    static JsonValue toJson(Vr vr, String value) {
        Matcher parts = NUMBER.matcher(value);
        if (value.length() > LONGEST || !parts.matches()) {
            return JsonValue.text(value);
        }
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        boolean digits = !parts.group(2).isEmpty() || !fraction.isEmpty();
        boolean whole = fraction.isEmpty() && parts.group(3) == null && parts.group(4) == null;
        if (!digits || (vr == Vr.IS && !whole)) {
            return JsonValue.text(value);
        }
        String number = (parts.group(1).equals("-") ? "-" : "")
                + (parts.group(2).isEmpty() ? "0" : parts.group(2).replaceFirst("^0+(?=\\d)", ""))
                + (fraction.isEmpty() ? "" : "." + fraction)
                + (parts.group(4) == null ? "" : "E" + parts.group(4));
        return exact(number) ? JsonValue.number(number) : JsonValue.text(value);
    }

    private static boolean exact(String number) {
        double held = Double.parseDouble(number);
        return Double.isFinite(held) && new BigDecimal(Double.toString(held)).compareTo(new BigDecimal(number)) == 0;
    }
}
