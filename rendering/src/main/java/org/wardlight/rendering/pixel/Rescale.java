// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.LookupTable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/**
 * From stored to modality values: slope, intercept and the unit of the result (PS3.3 C.11.1, C.7.6.16.2.9). A Modality LUT takes the
 * place of slope and intercept.
 *
 * @param unit null when not stated or stated to be unspecified
 */
record Rescale(double slope, double intercept, @Nullable String unit) {
    private static final String UNSPECIFIED = "US";

    static Rescale of(FrameAttributes frame, @Nullable LookupTable table) {
        if (table != null) {
            String type = frame.top()
                    .item(Tag.MODALITY_LUT_SEQUENCE)
                    .flatMap(item -> item.string(Tag.MODALITY_LUT_TYPE))
                    .orElse(UNSPECIFIED);
            return new Rescale(1, 0, UNSPECIFIED.equals(type) ? null : type);
        }
        DataSet values = frame.macro(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE);
        double slope = values.decimal(Tag.RESCALE_SLOPE).orElse(1);
        double intercept = values.decimal(Tag.RESCALE_INTERCEPT).orElse(0);
        // A slope of 0 would make every pixel the same: it is a broken attribute, not a picture.
        return slope == 0 ? new Rescale(1, 0, null) : new Rescale(slope, intercept, unit(frame, values));
    }

    private static @Nullable String unit(FrameAttributes frame, DataSet values) {
        String type = values.string(Tag.RESCALE_TYPE).orElse("");
        if (!type.isEmpty()) {
            return UNSPECIFIED.equals(type) ? null : type;
        }
        String modality = frame.top().string(Tag.MODALITY).orElse("");
        if (modality.equals("CT") && values.contains(Tag.RESCALE_SLOPE)) {
            return "HU";
        }
        if (modality.equals("NM") && !values.contains(Tag.RESCALE_SLOPE) && !NuclearFrames.reconstructed(frame.top())) {
            // Cells of what a camera saw hold counts (PS3.3 C.8.4.10); reconstructed ones need not.
            return "CNTS";
        }
        return modality.equals("PT") ? frame.text(Tag.UNITS) : null;
    }
}
