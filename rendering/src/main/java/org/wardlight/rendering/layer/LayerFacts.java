// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader must know of a layer that is an object of its own.
 *
 * @param label what it is called, in words
 * @param unit unit of its values, such as Gy; null when it has none
 * @param parts its legend: segments, structures, or levels from high to low
 */
public record LayerFacts(Kind kind, String label, @Nullable String unit, List<Part> parts) {
    public LayerFacts {
        parts = List.copyOf(parts);
    }

    /** What kind of layer it is. */
    public enum Kind {
        /** Areas (PS3.3 A.51). */
        SEGMENTATION,
        /** Radiotherapy dose (PS3.3 A.18). */
        DOSE,
        /** Outlines (PS3.3 A.19). */
        STRUCTURES,
        /** Measured values (PS3.3 A.75). */
        MAP
    }

    /**
     * One line of the legend.
     *
     * @param number Segment Number, ROI Number, or the rank of the level from 1
     * @param color {@code #rrggbb} in sRGB, as it is drawn where it is opaque
     */
    public record Part(int number, String label, String color) {}
}
