// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.Vr;

/** Writes stored values into data sets (PS3.3 C.7.6.3). */
public final class Pixels {
    private Pixels() {}

    /** Unsigned grey of up to 16 bits in two bytes. */
    static DataSetBuilder grey(
            DataSetBuilder builder, int rows, int columns, int bitsStored, String photometric, short[] stored) {
        byte[] bytes = new byte[stored.length * 2];
        for (int i = 0; i < stored.length; i++) {
            bytes[2 * i] = (byte) stored[i];
            bytes[2 * i + 1] = (byte) (stored[i] >> 8);
        }
        return describe(builder, rows, columns, 1, photometric, 16, bitsStored).bytes(Tag.PIXEL_DATA, Vr.OW, bytes);
    }

    /** Everything but the values themselves. */
    public static DataSetBuilder describe(
            DataSetBuilder builder,
            int rows,
            int columns,
            int samples,
            String photometric,
            int bitsAllocated,
            int bitsStored) {
        if (samples > 1) {
            builder.integer(Tag.PLANAR_CONFIGURATION, 0);
        }
        return builder.integer(Tag.SAMPLES_PER_PIXEL, samples)
                .string(Tag.PHOTOMETRIC_INTERPRETATION, photometric)
                .integer(Tag.ROWS, rows)
                .integer(Tag.COLUMNS, columns)
                .integer(Tag.BITS_ALLOCATED, bitsAllocated)
                .integer(Tag.BITS_STORED, bitsStored)
                .integer(Tag.HIGH_BIT, bitsStored - 1)
                .integer(Tag.PIXEL_REPRESENTATION, 0);
    }

    /** One item that names a concept: code, scheme, meaning (PS3.3 8.8). */
    static DataSet code(String value, String scheme, String meaning) {
        return DataSet.builder()
                .string(Tag.CODE_VALUE, value)
                .string(Tag.CODING_SCHEME_DESIGNATOR, scheme)
                .string(Tag.CODE_MEANING, meaning)
                .build();
    }
}
