// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.overlay;

import java.util.BitSet;

/** Which pixels of a frame its overlay planes cover. Filled by one thread, then only read. */
public final class OverlayMask {
    private final int rows;
    private final int columns;
    private final BitSet bits;

    OverlayMask(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.bits = new BitSet(Math.multiplyExact(rows, columns));
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** Whether a pixel is covered; row and column from 0. */
    public boolean at(int row, int column) {
        return bits.get(row * columns + column);
    }

    void set(int row, int column) {
        bits.set(row * columns + column);
    }

    public boolean isEmpty() {
        return bits.isEmpty();
    }

    /** Covered pixels. */
    public int count() {
        return bits.cardinality();
    }

    /** The same over {@code height} x {@code width} pixels: covered where any pixel under it is, so that thin lines stay. */
    public OverlayMask within(int height, int width) {
        OverlayMask small = new OverlayMask(height, width);
        for (int at = bits.nextSetBit(0); at >= 0; at = bits.nextSetBit(at + 1)) {
            long row = at / columns;
            long column = at % columns;
            small.set((int) (row * height / rows), (int) (column * width / columns));
        }
        return small;
    }
}
