// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeader.Place;

/**
 * The frame that a layer is drawn over.
 *
 * @param series Series Instance UID
 * @param instance SOP Instance UID
 * @param frame from 1
 * @param frameOfReference Frame of Reference UID, null when it states none: then positions compare with nothing
 * @param grid where its pixels lie in the patient, null when it does not say
 * @param slice how far apart the slices of its stack are in millimetres, 0 when unknown
 */
public record FramePlane(
        String series,
        String instance,
        int frame,
        int rows,
        int columns,
        @Nullable String frameOfReference,
        @Nullable PlaneGrid grid,
        double slice) {
    /** The plane of one frame of an object. */
    public static FramePlane of(String series, String instance, int frame, FrameKind kind, Place place, double slice) {
        return new FramePlane(
                series,
                instance,
                frame,
                kind.rows(),
                kind.columns(),
                kind.frameOfReference(),
                PlaneGrid.of(kind, place).orElse(null),
                slice);
    }

    /** Where its pixels lie; empty when that is not said or not in that frame of reference. */
    public Optional<PlaneGrid> gridIn(@Nullable String reference) {
        return frameOfReference != null && frameOfReference.equals(reference)
                ? Optional.ofNullable(grid)
                : Optional.empty();
    }

    /** The same, in a stack whose slices are so far apart. */
    public FramePlane spaced(double millimetres) {
        return new FramePlane(series, instance, frame, rows, columns, frameOfReference, grid, millimetres);
    }
}
