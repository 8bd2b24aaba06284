// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind.Padding;

/**
 * Half the size of a frame: each pixel is the mean of two by two, rounded half up, of those that are not padding; where all are
 * padding it is the first of them. At an odd edge the mean is of what is there.
 */
final class Halving {
    private final StoredFrame source;
    private final int samples;
    private final int skipFrom;
    private final int skipTo;
    private final int[] upper;
    private final int[] lower;

    private Halving(StoredFrame source, @Nullable Padding padding) {
        this.source = source;
        this.samples = source.samples();
        this.skipFrom = padding == null ? 1 : padding.from();
        this.skipTo = padding == null ? 0 : padding.to();
        this.upper = new int[source.columns() * samples];
        this.lower = new int[source.columns() * samples];
    }

    static StoredFrame of(StoredFrame source, @Nullable Padding padding) {
        return new Halving(source, padding).half();
    }

    private StoredFrame half() {
        FrameLayout from = source.layout();
        FrameLayout to = new FrameLayout(
                (from.rows() + 1) / 2,
                (from.columns() + 1) / 2,
                samples,
                from.bitsAllocated(),
                from.bitsStored(),
                from.highBit(),
                from.signed(),
                from.photometric(),
                false);
        int width = to.columns() * samples;
        int[] row = new int[width];
        if (from.bitsAllocated() == 16) {
            short[] out = new short[Math.toIntExact(to.values())];
            for (int y = 0; y < to.rows(); y++) {
                average(y, row);
                for (int x = 0; x < width; x++) {
                    out[y * width + x] = (short) row[x];
                }
            }
            return StoredFrame.of(to, out).with(source.lookups());
        }
        byte[] out = new byte[Math.toIntExact(to.values())];
        for (int y = 0; y < to.rows(); y++) {
            average(y, row);
            for (int x = 0; x < width; x++) {
                out[y * width + x] = (byte) row[x];
            }
        }
        return StoredFrame.of(to, out).with(source.lookups());
    }

    private void average(int y, int[] row) {
        int width = upper.length;
        boolean twoRows = 2 * y + 1 < source.rows();
        source.copy(2 * y * width, width, upper);
        source.copy((twoRows ? 2 * y + 1 : 2 * y) * width, width, lower);
        for (int x = 0; x < row.length; x++) {
            int left = x / samples * 2 * samples + x % samples;
            // A missing neighbour repeats the present one, which leaves the mean as it is.
            int right = left + samples < width ? left + samples : left;
            row[x] = mean(upper[left], upper[right], lower[left], lower[right]);
        }
    }

    private int mean(int a, int b, int c, int d) {
        boolean skipA = padding(a);
        boolean skipB = padding(b);
        boolean skipC = padding(c);
        boolean skipD = padding(d);
        if (!skipA && !skipB && !skipC && !skipD) {
            return a + b + c + d + 2 >> 2;
        }
        int count = (skipA ? 0 : 1) + (skipB ? 0 : 1) + (skipC ? 0 : 1) + (skipD ? 0 : 1);
        int sum = (skipA ? 0 : a) + (skipB ? 0 : b) + (skipC ? 0 : c) + (skipD ? 0 : d);
        return count == 0 ? a : Math.floorDiv(2 * sum + count, 2 * count);
    }

    private boolean padding(int value) {
        return value >= skipFrom && value <= skipTo;
    }
}
