// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ten digits whose last is a check digit: modulus 11, weights 10 to 2 (NHS Data Dictionary, NHS NUMBER). */
public final class NhsNumber {
    private static final Pattern FORM = Pattern.compile("\\d{10}|\\d{3} \\d{3} \\d{4}|\\d{3}-\\d{3}-\\d{4}");

    private NhsNumber() {}

    /** The ten digits without spaces when the text as a whole is a valid NHS number. */
    public static Optional<String> find(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[ -]", "");
        return checks(digits) ? Optional.of(digits) : Optional.empty();
    }

    /** How a Patient ID may be written: a valid NHS number in each of its forms, anything else as it is. */
    static List<String> forms(String id) {
        return find(id).map(digits -> List.of(digits, grouped(digits, " "), grouped(digits, "-")))
                .orElse(List.of(id));
    }

    private static String grouped(String digits, String gap) {
        return digits.substring(0, 3) + gap + digits.substring(3, 6) + gap + digits.substring(6);
    }

    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check != 10 && check == digits.charAt(9) - '0';
    }
}
