// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.util.regex.Pattern;

/** The form of unique identifiers (PS3.5 9.1). Leading zeros in a component are forgiven, since senders have them. */
public final class UidForm {
    /** Characters of the longest. */
    public static final int LONGEST = 64;

    private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    private UidForm() {}

    public static boolean isUid(String value) {
        return value.length() <= LONGEST && FORM.matcher(value).matches();
    }
}
