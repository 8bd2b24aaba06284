// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.document;

import java.util.Optional;
import java.util.Set;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/** Coded entries (PS3.3 8.8) in words. */
final class Concept {
    private static final int LONG_CODE_VALUE = 0x00080119;
    private static final int URN_CODE_VALUE = 0x00080120;

    /** Units whose UCUM code is what people write. */
    private static final Set<String> WRITTEN = Set.of(
            "mm", "cm", "m", "um", "mm2", "cm2", "mm3", "cm3", "ml", "mL", "l", "L", "kg", "g", "mg", "s", "ms", "min",
            "h", "d", "%", "Hz", "kHz", "MHz", "mV", "uV", "V", "kV", "mA", "mAs", "m/s", "cm/s", "mm/s", "/min", "deg",
            "Gy", "cGy", "mGy", "mSv", "mGy.cm", "MBq", "Bq/ml", "g/ml", "mmol/l", "mg/dl", "kPa");

    private Concept() {}

    /** The meaning of the first item of a code sequence, else its code and scheme. */
    static Optional<String> of(DataSet data, int sequence) {
        return data.item(sequence).flatMap(Concept::meaning);
    }

    static Optional<String> nameOf(DataSet data) {
        return of(data, Tag.CONCEPT_NAME_CODE_SEQUENCE);
    }

    static Optional<String> meaning(DataSet code) {
        return code.string(Tag.CODE_MEANING)
                .or(() -> code(code)
                        .map(value -> value
                                + code.string(Tag.CODING_SCHEME_DESIGNATOR)
                                        .map(scheme -> " (" + scheme + ")")
                                        .orElse("")));
    }

    /** Units for reading: nothing for "no units", the code where people write it, else the meaning. */
    static String units(DataSet data, int sequence) {
        Optional<DataSet> code = data.item(sequence);
        String value = code.flatMap(Concept::code).orElse("");
        if (value.equals("1")) {
            return "";
        }
        return WRITTEN.contains(value) ? value : code.flatMap(Concept::meaning).orElse(value);
    }

    static Optional<String> code(DataSet code) {
        return code.string(Tag.CODE_VALUE)
                .or(() -> code.string(LONG_CODE_VALUE))
                .or(() -> code.string(URN_CODE_VALUE));
    }
}
