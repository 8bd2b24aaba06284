// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/** Coded entries. */
final class Codes {
    private Codes() {}

    static DataSet of(String value, String scheme, String meaning) {
        return DataSet.builder()
                .string(Tag.CODE_VALUE, value)
                .string(Tag.CODING_SCHEME_DESIGNATOR, scheme)
                .string(Tag.CODE_MEANING, meaning)
                .build();
    }
}
