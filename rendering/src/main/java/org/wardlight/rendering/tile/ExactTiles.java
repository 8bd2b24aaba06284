// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Format;
import org.wardlight.rendering.pixel.ValueRange;
import org.wardlight.rendering.tile.Pyramid.Area;

/** Lossless tiles: PNG of the stored values plus the kind's offset, or of RGB. */
public final class ExactTiles {
    private ExactTiles() {}

    /**
     * One tile as PNG. Grey carries the chunk {@code tEXt Range}: smallest and largest stored value of the whole frame without padding.
     *
     * @throws IllegalArgumentException when the pyramid has no such tile
     */
    public static byte[] encode(Pyramid pyramid, TileAddress address) {
        Area area = pyramid.area(address);
        FrameKind kind = pyramid.kind();
        boolean words = kind.format() == Format.GREY16;
        PngWriter png = new PngWriter(area.width(), area.height(), words ? 16 : 8, area.samples());
        if (kind.format() != Format.RGB8) {
            ValueRange range = pyramid.range();
            png.range(range.minimum() + " " + range.maximum());
        }
        int[] values = new int[area.width() * area.samples()];
        for (int y = 0; y < area.height(); y++) {
            area.row(y, values);
            if (words) {
                putWords(values, kind.offset(), png.row());
            } else {
                putBytes(values, kind.offset(), png.row());
            }
            png.endRow();
        }
        return png.bytes();
    }

    private static void putWords(int[] values, int offset, byte[] row) {
        for (int x = 0; x < values.length; x++) {
            int value = values[x] + offset;
            row[2 * x] = (byte) (value >> 8);
            row[2 * x + 1] = (byte) value;
        }
    }

    private static void putBytes(int[] values, int offset, byte[] row) {
        for (int x = 0; x < values.length; x++) {
            row[x] = (byte) (values[x] + offset);
        }
    }
}
