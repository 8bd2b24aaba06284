// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.measure;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/** Reads what may be measured in the frames of one object. One thread. */
public final class MeasureReader {
    private final DataSet top;
    private final List<UltrasoundRegion> regions;
    private final RealWorldReader realWorld;
    private final @Nullable Uptake uptake;

    /**
     * @param top the data set of the object
     * @param signed whether its stored values are
     */
    public MeasureReader(DataSet top, boolean signed) {
        this.top = top;
        this.regions = RegionReader.of(top);
        this.realWorld = new RealWorldReader(signed);
        this.uptake = UptakeReader.of(top).orElse(null);
    }

    /**
     * Of one frame.
     *
     * @param pixelMeasures its Pixel Measures macro, or the top level
     * @param mappings the items of its Real World Value Mapping Sequence
     */
    public Measures of(DataSet pixelMeasures, List<DataSet> mappings) {
        return new Measures(
                stated(pixelMeasures.decimal(Tag.SLICE_THICKNESS), 0),
                stated(pixelMeasures.decimal(Tag.SPACING_BETWEEN_SLICES), Double.NEGATIVE_INFINITY),
                stated(top.decimal(Tag.GANTRY_DETECTOR_TILT), Double.NEGATIVE_INFINITY),
                regions,
                realWorld.of(mappings),
                uptake);
    }

    /** Tables that the mappings of all frames read so far name. */
    public Map<String, ValueTable> tables() {
        return realWorld.tables();
    }

    private static @Nullable Double stated(OptionalDouble value, double above) {
        return value.isPresent() && value.getAsDouble() > above ? value.getAsDouble() : null;
    }
}
