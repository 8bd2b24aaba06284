// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.dimse;

/**
 * The name of an application on a DICOM network (PS3.5 6.2, VR AE): 1 to 16 characters, without blanks around it, which do not
 * count.
 */
public record AeTitle(String value) {
    private static final int LONGEST = 16;

    /** @throws IllegalArgumentException when this is no AE title; the message says why */
    public AeTitle {
        value = trimmed(value);
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("an AE title has 1 to " + LONGEST + " characters");
        }
        if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '\\')) {
            throw new IllegalArgumentException("an AE title has ASCII characters only, and no backslash");
        }
    }

    /** Takes off what pads a title on the wire: blanks, and zeros that some senders write. */
    public static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isPadding(text.charAt(start))) {
            start++;
        }
        while (end > start && isPadding(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isPadding(char c) {
        return c == ' ' || c == 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
