// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

/** NHS numbers by their rule: ten digits, the last a Modulus 11 check. The range that begins with 999 is never issued to anybody. */
final class NhsNumber {
    private NhsNumber() {}

    /** The number that begins with nine digits. */
    static String of(String nineDigits) {
        if (!nineDigits.matches("[0-9]{9}")) {
            throw new IllegalArgumentException(
                    "an NHS number begins with nine digits, not " + nineDigits.length() + " characters");
        }
        int check = check(nineDigits);
        if (check == 10) {
            throw new IllegalArgumentException("no NHS number begins with these nine digits: their check would be ten");
        }
        return nineDigits + check;
    }

    static boolean isValid(String number) {
        return number.matches("[0-9]{10}") && check(number.substring(0, 9)) == number.charAt(9) - '0';
    }

    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        return (11 - sum % 11) % 11;
    }
}
