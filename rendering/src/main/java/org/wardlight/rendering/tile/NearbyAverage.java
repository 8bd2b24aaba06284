// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind.Padding;

/**
 * What {@link AreaAverage} gives, for 16-bit grey at more than half of its size: a pixel then covers one or two
 * source pixels each way, so that no division is needed where none is padding. Nearly every picture from a pyramid is such a one.
 */
final class NearbyAverage {
    private final short[] words;
    private final int mask;
    private final int width;
    private final int[] starts;

    private final int skipFrom;
    private final int skipTo;

    private NearbyAverage(StoredFrame source, short[] words, @Nullable Padding padding, int columns) {
        this.skipFrom = padding == null ? 1 : padding.from();
        this.skipTo = padding == null ? 0 : padding.to();
        this.words = words;
        this.mask = source.layout().signed() ? -1 : 0xFFFF;
        this.width = source.columns();
        this.starts = new int[columns + 1];
        for (int x = 0; x <= columns; x++) {
            starts[x] = AreaAverage.start(x, width, columns);
        }
    }

    /** Empty when the picture is not of this kind. */
    static Optional<int[]> of(StoredFrame source, @Nullable Padding padding, int rows, int columns) {
        boolean near = rows <= source.rows()
                && columns <= source.columns()
                && 2 * rows >= source.rows()
                && 2 * columns >= source.columns();
        if (!near || source.samples() != 1 || !(source.array() instanceof short[] words)) {
            return Optional.empty();
        }
        NearbyAverage average = new NearbyAverage(source, words, padding, columns);
        int[] out = new int[rows * columns];
        for (int y = 0; y < rows; y++) {
            int from = AreaAverage.start(y, source.rows(), rows);
            int to = AreaAverage.start(y + 1, source.rows(), rows);
            average.row(from, to - from, out, y * columns);
        }
        return Optional.of(out);
    }

    private void row(int from, int high, int[] out, int at) {
        int upper = from * width;
        int lower = upper + (high - 1) * width;
        if (skipFrom > skipTo) {
            plain(upper, lower, out, at);
            return;
        }
        for (int x = 0; x < starts.length - 1; x++) {
            int left = starts[x];
            int wide = starts[x + 1] - left;
            int right = left + wide - 1;
            // Where a neighbour is the pixel itself it counts twice, which leaves the mean as it is.
            out[at + x] = mean(
                    words[upper + left] & mask,
                    words[upper + right] & mask,
                    words[lower + left] & mask,
                    words[lower + right] & mask);
        }
    }

    /** Where nothing is padding. */
    private void plain(int upper, int lower, int[] out, int at) {
        int left = starts[0];
        for (int x = 0; x < starts.length - 1; x++) {
            int next = starts[x + 1];
            int right = next - 1;
            out[at + x] = (words[upper + left] & mask)
                            + (words[upper + right] & mask)
                            + (words[lower + left] & mask)
                            + (words[lower + right] & mask)
                            + 2
                    >> 2;
            left = next;
        }
    }

    private int mean(int a, int b, int c, int d) {
        int count = counts(a) + counts(b) + counts(c) + counts(d);
        if (count == 4) {
            return a + b + c + d + 2 >> 2;
        }
        int sum = a * counts(a) + b * counts(b) + c * counts(c) + d * counts(d);
        return count == 0 ? d : Math.floorDiv(2 * sum + count, 2 * count);
    }

    private int counts(int value) {
        return value >= skipFrom && value <= skipTo ? 0 : 1;
    }
}
