// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.pixel;

import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.StoredFrame;

/** The smallest and largest stored value of a frame. */
public record ValueRange(long minimum, long maximum) {

    /** Over all samples that are not padding; over all of them when everything is padding. */
    public static ValueRange of(StoredFrame frame, FrameKind.@Nullable Padding padding) {
        ValueRange range = padding == null ? null : scan(frame, padding.from(), padding.to());
        return range == null || range.minimum > range.maximum ? scan(frame, 1, 0) : range;
    }

    private static ValueRange scan(StoredFrame frame, int skipFrom, int skipTo) {
        int width = frame.columns() * frame.samples();
        int[] row = new int[width];
        // Unsigned 32-bit values keep their order when the sign bit is flipped.
        int flip = frame.wide() ? Integer.MIN_VALUE : 0;
        int minimum = Integer.MAX_VALUE;
        int maximum = Integer.MIN_VALUE;
        boolean found = false;
        for (int y = 0; y < frame.rows(); y++) {
            frame.copy(y * width, width, row);
            for (int value : row) {
                if (value < skipFrom || value > skipTo) {
                    minimum = Math.min(minimum, value ^ flip);
                    maximum = Math.max(maximum, value ^ flip);
                    found = true;
                }
            }
        }
        long base = flip == 0 ? 0 : 1L << 31;
        return found ? new ValueRange(minimum + base, maximum + base) : new ValueRange(1, 0);
    }
}
