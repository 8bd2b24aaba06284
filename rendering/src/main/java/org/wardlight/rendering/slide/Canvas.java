// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.slide;

import org.wardlight.rendering.codec.FrameLayout;
import org.wardlight.rendering.codec.StoredFrame;

/** A rectangle of a slide that is being put together. One thread. */
final class Canvas {
    private final Paper paper;
    private final int rows;
    private final int columns;
    private final int[] values;

    private Canvas(Paper paper, int rows, int columns) {
        this.paper = paper;
        this.rows = rows;
        this.columns = columns;
        this.values = new int[Math.multiplyExact(Math.multiplyExact(rows, columns), paper.samples())];
        fill(0, 0, columns, rows);
    }

    /** What all pictures of a slide are drawn on: samples a pixel, bits, and the value where nothing is. */
    record Paper(StoredFrame like, int background) {
        /** Grey pictures are black where nothing is: there, light is signal. */
        static Paper of(StoredFrame like, int background) {
            return new Paper(like, background);
        }

        int samples() {
            return like.samples();
        }

        int empty(int sample) {
            return samples() == 3 ? background >> 8 * (2 - sample) & 0xFF : 0;
        }

        Canvas canvas(int rows, int columns) {
            return new Canvas(this, rows, columns);
        }

        StoredFrame frame(int rows, int columns, int[] values) {
            FrameLayout from = like.layout();
            FrameLayout layout = new FrameLayout(
                    rows,
                    columns,
                    from.samples(),
                    from.bitsAllocated(),
                    from.bitsStored(),
                    from.highBit(),
                    from.signed(),
                    from.photometric(),
                    false);
            if (from.bitsAllocated() == 16) {
                short[] words = new short[values.length];
                for (int i = 0; i < words.length; i++) {
                    words[i] = (short) values[i];
                }
                return StoredFrame.of(layout, words).with(like.lookups());
            }
            byte[] bytes = new byte[values.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) values[i];
            }
            return StoredFrame.of(layout, bytes).with(like.lookups());
        }
    }

    /** Draws a frame with its top left corner at a place that may lie outside. */
    void draw(StoredFrame tile, int left, int top) {
        if (tile.samples() != paper.samples()) {
            throw new IllegalArgumentException("a tile of " + tile.samples() + " samples");
        }
        int from = Math.max(0, -left);
        int to = Math.min(tile.columns(), columns - left);
        if (from >= to) {
            return;
        }
        int samples = paper.samples();
        int[] row = new int[(to - from) * samples];
        for (int y = Math.max(0, -top); y < Math.min(tile.rows(), rows - top); y++) {
            tile.copy((y * tile.columns() + from) * samples, row.length, row);
            System.arraycopy(row, 0, values, ((top + y) * columns + left + from) * samples, row.length);
        }
    }

    /** Everything right of and below the matrix: what frames hold there is filling. */
    void background(int matrixColumns, int matrixRows) {
        if (matrixColumns < columns) {
            fill(Math.max(0, matrixColumns), 0, columns, rows);
        }
        if (matrixRows < rows) {
            fill(0, Math.max(0, matrixRows), columns, rows);
        }
    }

    private void fill(int left, int top, int right, int bottom) {
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                for (int s = 0; s < paper.samples(); s++) {
                    values[(y * columns + x) * paper.samples() + s] = paper.empty(s);
                }
            }
        }
    }

    /** A grey field with a black cross. */
    void cross(int left, int top, int width, int height) {
        for (int y = Math.max(0, -top); y < Math.min(height, rows - top); y++) {
            for (int x = Math.max(0, -left); x < Math.min(width, columns - left); x++) {
                long slope = (long) y * width;
                boolean line = Math.abs(slope - (long) x * height) < 2L * Math.max(width, height)
                        || Math.abs(slope - (long) (width - 1 - x) * height) < 2L * Math.max(width, height);
                for (int s = 0; s < paper.samples(); s++) {
                    values[((top + y) * columns + left + x) * paper.samples() + s] = line ? 0 : 160;
                }
            }
        }
    }

    StoredFrame frame() {
        return paper.frame(rows, columns, values);
    }
}
