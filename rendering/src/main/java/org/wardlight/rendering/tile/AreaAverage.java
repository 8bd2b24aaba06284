// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.rendering.pixel.FrameKind.Padding;

/**
 * A frame at any smaller size: each pixel is the mean of the whole source pixels that it covers, without padding, rounded half up;
 * where all are padding it is the last of them. At a larger size source pixels repeat.
 */
public final class AreaAverage {
    private final StoredFrame source;
    private final int skipFrom;
    private final int skipTo;
    private final int rows;
    private final int columns;
    private final long[] sums;
    private final int[] counts;
    private final int[] fallback;
    /** Where the source columns of each pixel begin, and where those of the last end. */
    private final int[] starts;

    private AreaAverage(StoredFrame source, @Nullable Padding padding, int rows, int columns) {
        this.source = source;
        this.skipFrom = padding == null ? 1 : padding.from();
        this.skipTo = padding == null ? 0 : padding.to();
        this.rows = rows;
        this.columns = columns;
        this.sums = new long[columns * source.samples()];
        this.counts = new int[sums.length];
        this.fallback = new int[sums.length];
        this.starts = new int[columns + 1];
        for (int x = 0; x <= columns; x++) {
            starts[x] = start(x, source.columns(), columns);
        }
    }

    /** Samples of the smaller picture, interleaved, rows from the top. */
    public static int[] of(StoredFrame source, @Nullable Padding padding, int rows, int columns) {
        return NearbyAverage.of(source, padding, rows, columns)
                .orElseGet(() -> general(source, padding, rows, columns));
    }

    /** The same by the general way, whatever the sizes. */
    static int[] general(StoredFrame source, @Nullable Padding padding, int rows, int columns) {
        return new AreaAverage(source, padding, rows, columns).run();
    }

    private int[] run() {
        int width = source.columns() * source.samples();
        int[] row = new int[width];
        int[] out = new int[rows * sums.length];
        for (int y = 0; y < rows; y++) {
            int from = start(y, source.rows(), rows);
            int to = Math.max(from + 1, start(y + 1, source.rows(), rows));
            for (int i = from; i < to; i++) {
                source.copy(i * width, width, row);
                add(row);
            }
            for (int i = 0; i < sums.length; i++) {
                out[y * sums.length + i] = mean(i);
                sums[i] = 0;
                counts[i] = 0;
            }
        }
        return out;
    }

    static int start(int index, int from, int to) {
        return (int) ((long) index * from / to);
    }

    private void add(int[] row) {
        int samples = source.samples();
        for (int x = 0; x < columns; x++) {
            int from = starts[x];
            int to = Math.max(from + 1, starts[x + 1]);
            for (int s = 0; s < samples; s++) {
                box(row, from * samples + s, to * samples, x * samples + s);
            }
        }
    }

    private void box(int[] row, int from, int to, int target) {
        int step = source.samples();
        long sum = 0;
        int count = 0;
        int last = 0;
        for (int i = from; i < to; i += step) {
            last = row[i];
            if (last < skipFrom || last > skipTo) {
                sum += last;
                count++;
            }
        }
        sums[target] += sum;
        counts[target] += count;
        fallback[target] = last;
    }

    private int mean(int i) {
        if (counts[i] == 0) {
            return fallback[i];
        }
        return (int) Math.floorDiv(2 * sums[i] + counts[i], 2L * counts[i]);
    }
}
