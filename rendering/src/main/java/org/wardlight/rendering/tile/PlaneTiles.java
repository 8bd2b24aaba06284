// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Format;
import org.wardlight.rendering.pixel.ValueRange;
import org.wardlight.rendering.tile.Pyramid.Area;

/**
 * Exact tiles of 16-bit grey in fewer bytes than PNG takes, as the web client's pixel worker decodes them:
 *
 * <pre>magic "WLP1" (4) | width (4) | height (4) | smallest, largest stored value of the frame without padding (4 + 4) | zlib stream</pre>
 *
 * Integers are big endian. The stream holds width x height high bytes, then as many low bytes, rows from the top. Together they are
 * a pixel's difference from what its neighbours predict, modulo 2^16, folded so that small ones of either sign stay small
 * ({@code d << 1 ^ d >> 15} of the difference d as a signed number). Predicted is the median of left, above and left + above - their
 * corner; the pixel to the left in the first row, the one above in the first column, 0 at the very first. A pixel is the stored
 * value plus the kind's offset, as in PNG.
 */
public final class PlaneTiles {
    public static final String MEDIA_TYPE = "image/vnd.wardlight.planes";

    private static final byte[] MAGIC = "WLP1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 20;

    private PlaneTiles() {}

    /** Whether tiles of this kind have this form: the others are smaller, or nearly so, as PNG. */
    public static boolean has(FrameKind kind) {
        return kind.format() == Format.GREY16;
    }

    /**
     * One tile.
     *
     * @throws IllegalArgumentException when the pyramid has no such tile, or tiles of its kind not this form
     */
    public static byte[] encode(Pyramid pyramid, TileAddress address) {
        if (!has(pyramid.kind())) {
            throw new IllegalArgumentException(
                    "difference planes of " + pyramid.kind().format());
        }
        Area area = pyramid.area(address);
        ValueRange range = pyramid.range();
        RunDeflating deflating = new RunDeflating();
        planes(area, pyramid.kind().offset(), deflating);
        deflating.finish();
        ByteBuffer out = ByteBuffer.allocate(HEADER + deflating.size())
                .put(MAGIC)
                .putInt(area.width())
                .putInt(area.height())
                .putInt(Math.toIntExact(range.minimum()))
                .putInt(Math.toIntExact(range.maximum()));
        deflating.copyTo(out.array(), HEADER);
        return out.array();
    }

    private static void planes(Area area, int offset, RunDeflating deflating) {
        int width = area.width();
        int[] row = new int[width];
        int[] above = new int[width];
        byte[] high = new byte[width];
        byte[] low = new byte[Math.multiplyExact(width, area.height())];
        for (int y = 0; y < area.height(); y++) {
            area.row(y, row);
            for (int x = 0; x < width; x++) {
                row[x] = row[x] + offset & 0xFFFF;
            }
            if (y == 0) {
                firstRow(row, high, low);
            } else {
                differences(row, above, high, low, y * width);
            }
            deflating.write(high, width);
            int[] spare = above;
            above = row;
            row = spare;
        }
        deflating.cut();
        deflating.write(low, low.length);
    }

    private static void firstRow(int[] row, byte[] high, byte[] low) {
        int left = 0;
        for (int x = 0; x < row.length; x++) {
            put(row[x] - left, high, x, low, x);
            left = row[x];
        }
    }

    private static void differences(int[] row, int[] above, byte[] high, byte[] low, int at) {
        int left = above[0];
        int corner = above[0];
        for (int x = 0; x < row.length; x++) {
            int over = above[x];
            int most = Math.max(left, over);
            int least = Math.min(left, over);
            int median = Math.max(least, Math.min(most, left + over - corner));
            put(row[x] - median, high, x, low, at + x);
            left = row[x];
            corner = over;
        }
    }

    private static void put(int difference, byte[] high, int highAt, byte[] low, int lowAt) {
        int signed = (short) difference;
        int folded = signed << 1 ^ signed >> 15;
        high[highAt] = (byte) (folded >> 8);
        low[lowAt] = (byte) folded;
    }
}
