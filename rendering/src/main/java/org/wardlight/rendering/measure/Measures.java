// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be measured in a frame beside the lengths that its spacing gives.
 *
 * @param sliceThickness Slice Thickness in millimetres, null when not stated (PS3.3 C.7.6.2)
 * @param sliceSpacing Spacing Between Slices as stated, in millimetres between centres, null when not stated; may be negative in NM
 * @param gantryTilt Gantry/Detector Tilt in degrees, null when not stated. Positions and orientation have it in them already
 * @param regions calibrated regions of an ultrasound picture (PS3.3 C.8.5.5); where there are any, lengths hold within one region only
 * @param mappings what stored values are in the real world (PS3.3 C.7.6.16.2.11), in the order of the file
 * @param uptake how values become standardised uptake, null for what is no PET
 */
public record Measures(
        @Nullable Double sliceThickness,
        @Nullable Double sliceSpacing,
        @Nullable Double gantryTilt,
        List<UltrasoundRegion> regions,
        List<RealWorldMapping> mappings,
        @Nullable Uptake uptake) {
    /** Of a frame that says nothing. */
    public static final Measures NONE = new Measures(null, null, null, List.of(), List.of(), null);

    public Measures {
        regions = regions == null ? List.of() : regions;
        mappings = mappings == null ? List.of() : mappings;
    }
}
