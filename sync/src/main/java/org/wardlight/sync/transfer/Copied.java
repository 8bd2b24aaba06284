// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.util.List;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.tile.Rendition;
import org.wardlight.rendering.tile.TileAddress;
import org.wardlight.sync.rendition.Grid;

/**
 * Which tiles of a frame a copy gets. All, unless the frame is as large as a slide: of that the levels that fit, the coarsest first, since a
 * tablet cannot hold the rest and nobody could wait for it. A copy of the originals has everything. Pure.
 */
final class Copied {
    /** About 50 MB of PNG. */
    private static final long EXACT_PIXELS = 32L << 20;
    /** About 15 MB of JPEG. */
    private static final long PREVIEW_PIXELS = 128L << 20;

    /** No film is larger: whatever is not comes whole. */
    private static final long FILM_PIXELS = 64L << 20;

    private Copied() {}

    static List<TileAddress> tiles(FrameKind kind, Rendition rendition) {
        if (Grid.pixels(kind, 0) <= FILM_PIXELS) {
            return Grid.coarseToFine(kind);
        }
        int finest = finest(kind, rendition == Rendition.EXACT ? EXACT_PIXELS : PREVIEW_PIXELS);
        return Grid.coarseToFine(kind, finest);
    }

    private static int finest(FrameKind kind, long most) {
        int level = kind.levels() - 1;
        long pixels = 0;
        while (level > 0) {
            pixels += Grid.pixels(kind, level);
            if (pixels + Grid.pixels(kind, level - 1) > most) {
                return level;
            }
            level--;
        }
        return 0;
    }
}
