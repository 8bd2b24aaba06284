// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;

/** How fast the frames of a cine follow each other (PS3.3 C.7.6.5, C.7.6.6). */
final class Cine {
    private static final double LONGEST_MS = 60_000;

    private Cine() {}

    /**
     * Milliseconds a frame: what the Frame Increment Pointer names, else the recommended display rate, the cine rate, the frame time;
     * empty when none is stated.
     */
    static OptionalDouble frameTimeMs(DataSet data) {
        OptionalDouble named = pointedAt(data);
        if (named.isPresent()) {
            return named;
        }
        OptionalDouble recommended = rate(data, Tag.RECOMMENDED_DISPLAY_FRAME_RATE);
        OptionalDouble cine = recommended.isPresent() ? recommended : rate(data, Tag.CINE_RATE);
        return cine.isPresent() ? cine : sane(data.decimal(Tag.FRAME_TIME).orElse(0));
    }

    /** Milliseconds from the frame before to each frame, the first 0, as Frame Time Vector has them; empty when they are all alike or do not fit. */
    static List<Double> increments(DataSet data, int frames) {
        double[] vector = data.decimals(Tag.FRAME_TIME_VECTOR);
        boolean even = Arrays.stream(vector).skip(1).distinct().count() <= 1;
        if (frames == 1
                || even
                || vector.length != frames
                || Arrays.stream(vector).anyMatch(ms -> ms < 0 || ms > LONGEST_MS)) {
            return List.of();
        }
        vector[0] = 0;
        return Arrays.stream(vector).boxed().toList();
    }

    private static OptionalDouble pointedAt(DataSet data) {
        for (long tag : data.longs(Tag.FRAME_INCREMENT_POINTER)) {
            if ((int) tag == Tag.FRAME_TIME) {
                return sane(data.decimal(Tag.FRAME_TIME).orElse(0));
            }
            if ((int) tag == Tag.FRAME_TIME_VECTOR) {
                // The first increment belongs to no pair of frames and is 0 (C.7.6.5.1.2).
                double[] increments = data.decimals(Tag.FRAME_TIME_VECTOR);
                return sane(Arrays.stream(increments).skip(1).average().orElse(0));
            }
        }
        return OptionalDouble.empty();
    }

    private static OptionalDouble rate(DataSet data, int tag) {
        double perSecond = data.decimal(tag).orElse(0);
        return perSecond > 0 ? sane(1000 / perSecond) : OptionalDouble.empty();
    }

    private static OptionalDouble sane(double milliseconds) {
        return milliseconds > 0 && milliseconds <= LONGEST_MS
                ? OptionalDouble.of(milliseconds)
                : OptionalDouble.empty();
    }
}
