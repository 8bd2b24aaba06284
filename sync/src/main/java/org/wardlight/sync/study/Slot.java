// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.measure.FrameTimes;
import org.wardlight.rendering.measure.Measures;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.ImageHeader.Place;

/**
 * A frame that wants its place in the display order of its series.
 *
 * @param instance index of its object among the series' objects
 * @param frame its number in the object, from 1
 * @param number Instance Number of the object, null when absent
 * @param position Image Position (Patient) in millimetres, null when absent
 * @param orientation Image Orientation (Patient), null when absent
 * @param frameOfReference Frame of Reference UID: positions compare within one only
 * @param times when it was taken
 * @param stack what it is scrolled apart from, as {@link Place#stack}
 * @param order as {@link Place#order}
 * @param sameMm positions nearer than this along the normal are one
 */
public record Slot(
        int instance,
        int frame,
        @Nullable Integer number,
        @Nullable List<Double> position,
        @Nullable List<Double> orientation,
        @Nullable String frameOfReference,
        FrameTimes times,
        List<Integer> stack,
        List<Integer> order,
        double sameMm) {
    /** Rounding of decimal strings is below, any slice spacing above. */
    static final double SAME_MM = 0.01;

    private static final double SAME_PART_OF_SPACING = 0.05;
    private static final double SAME_PART_OF_THICKNESS = 0.01;
    private static final double MOST_SAME_MM = 0.2;

    /** Of what has neither time nor numbers of its own. */
    public Slot(
            int instance,
            int frame,
            @Nullable Integer number,
            @Nullable List<Double> position,
            @Nullable List<Double> orientation,
            @Nullable String frameOfReference) {
        this(
                instance,
                frame,
                number,
                position,
                orientation,
                frameOfReference,
                FrameTimes.NONE,
                List.of(),
                List.of(),
                SAME_MM);
    }

    /** A frame of an object as its header has it. */
    static Slot of(int instance, int frame, @Nullable Integer number, Place place, FrameKind kind) {
        return new Slot(
                instance,
                frame,
                number,
                place.position(),
                kind.orientation(),
                kind.frameOfReference(),
                place.times(),
                place.stack(),
                place.order(),
                same(kind.measures()));
    }

    /** A table that shakes moves slices by a small part of their distance. */
    private static double same(Measures measures) {
        Double spacing = measures.sliceSpacing();
        Double thickness = measures.sliceThickness();
        double part = spacing != null && spacing != 0
                ? Math.abs(spacing) * SAME_PART_OF_SPACING
                : thickness != null ? thickness * SAME_PART_OF_THICKNESS : 0;
        return Math.min(MOST_SAME_MM, Math.max(SAME_MM, part));
    }
}
