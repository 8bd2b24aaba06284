// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.measure.UltrasoundRegion.Format;

/** The calibrated regions of an ultrasound picture (PS3.3 C.8.5.5). */
final class RegionReader {
    /** Physical Units X Direction (C.8.5.5.1.15) as UCUM codes. */
    private static final List<String> UNITS =
            List.of("", "%", "dB", "cm", "s", "Hz", "dB/s", "cm/s", "cm2", "cm2/s", "cm3", "cm3/s", "deg");

    private RegionReader() {}

    /** Those whose place in the picture is stated, in the order of the file. */
    static List<UltrasoundRegion> of(DataSet top) {
        List<UltrasoundRegion> regions = new ArrayList<>();
        for (DataSet item : top.items(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS)) {
            OptionalInt left = item.integer(Tag.REGION_LOCATION_MIN_X0);
            OptionalInt upper = item.integer(Tag.REGION_LOCATION_MIN_Y0);
            OptionalInt right = item.integer(Tag.REGION_LOCATION_MAX_X1);
            OptionalInt lower = item.integer(Tag.REGION_LOCATION_MAX_Y1);
            if (left.isPresent()
                    && upper.isPresent()
                    && right.isPresent()
                    && lower.isPresent()
                    && left.getAsInt() >= 0
                    && upper.getAsInt() >= 0
                    && right.getAsInt() >= left.getAsInt()
                    && lower.getAsInt() >= upper.getAsInt()) {
                regions.add(region(item, left.getAsInt(), upper.getAsInt(), right.getAsInt(), lower.getAsInt()));
            }
        }
        return List.copyOf(regions);
    }

    private static UltrasoundRegion region(DataSet item, int left, int upper, int right, int lower) {
        return new UltrasoundRegion(
                left,
                upper,
                right,
                lower,
                format(item),
                item.integer(Tag.REGION_DATA_TYPE).orElse(0),
                item.longInteger(Tag.REGION_FLAGS).orElse(0),
                unit(item.integer(Tag.PHYSICAL_UNITS_X_DIRECTION).orElse(0)),
                unit(item.integer(Tag.PHYSICAL_UNITS_Y_DIRECTION).orElse(0)),
                step(item.decimal(Tag.PHYSICAL_DELTA_X)),
                step(item.decimal(Tag.PHYSICAL_DELTA_Y)),
                whole(item.integer(Tag.REFERENCE_PIXEL_X0)),
                whole(item.integer(Tag.REFERENCE_PIXEL_Y0)),
                item.decimal(Tag.REFERENCE_PIXEL_PHYSICAL_VALUE_X).orElse(0),
                item.decimal(Tag.REFERENCE_PIXEL_PHYSICAL_VALUE_Y).orElse(0));
    }

    private static Format format(DataSet item) {
        int stated = item.integer(Tag.REGION_SPATIAL_FORMAT).orElse(0);
        return stated >= 0 && stated < Format.OTHER.ordinal() ? Format.values()[stated] : Format.OTHER;
    }

    private static @Nullable String unit(int code) {
        return code > 0 && code < UNITS.size() ? UNITS.get(code) : null;
    }

    private static @Nullable Double step(OptionalDouble delta) {
        return delta.isPresent() && delta.getAsDouble() != 0 ? delta.getAsDouble() : null;
    }

    private static @Nullable Integer whole(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
