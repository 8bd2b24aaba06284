// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.pixel.FrameKind.Padding;
import org.wardlight.rendering.pixel.FrameKind.Window;
import org.wardlight.rendering.pixel.ScreenImage;
import org.wardlight.rendering.tile.Pyramid.Area;

/** Lossy tiles for the first look: JPEG with the default VOI applied. */
public final class PreviewTiles {
    /** What the eye does not miss at first sight; a CT slice comes to 20 to 30 kB. */
    private static final float QUALITY = 0.8f;

    private PreviewTiles() {}

    /**
     * One tile as baseline JPEG, grey or colour.
     *
     * @throws IllegalArgumentException when the pyramid has no such tile
     */
    public static byte[] encode(Pyramid pyramid, TileAddress address) {
        return JpegWriter.encode(screen(pyramid, address), QUALITY);
    }

    /** Whether a grey frame of eight bits is shown as it stands: 0 black, 255 white, and no padding that is to be black. */
    static boolean isIdentity(FrameKind kind) {
        if (kind.format() != FrameKind.Format.GREY8
                || kind.signed()
                || kind.inverted()
                || !kind.luts().isEmpty()
                || kind.windows().isEmpty()) {
            return false;
        }
        Padding padding = kind.padding();
        if (padding != null && padding.to() > 0) {
            return false;
        }
        Window window = kind.windows().get(0);
        // LINEAR with centre 128 and width 256 maps 0 to 0 and 255 to 255 (PS3.3 C.11.2.1.2.1).
        return kind.bitsStored() == 8
                && kind.slope() == 1
                && kind.intercept() == 0
                && window.function() == FrameKind.Function.LINEAR
                && window.center() == 128
                && window.width() == 256;
    }

    /** The eight bits that a preview tile is made of. */
    static ScreenImage screen(Pyramid pyramid, TileAddress address) {
        Area area = pyramid.area(address);
        int width = area.width() * area.samples();
        byte[] pixels = new byte[width * area.height()];
        if (area.samples() == 1) {
            for (int y = 0; y < area.height(); y++) {
                pyramid.grey().map(area.level(), area.start(y), width, pixels, y * width);
            }
            return new ScreenImage(area.height(), area.width(), 1, pixels);
        }
        int[] row = new int[width];
        for (int y = 0; y < area.height(); y++) {
            area.row(y, row);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) row[x];
            }
        }
        return new ScreenImage(area.height(), area.width(), area.samples(), pixels);
    }
}
