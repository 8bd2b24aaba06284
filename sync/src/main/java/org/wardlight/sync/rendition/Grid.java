// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.rendering.pixel.FrameKind;
import org.wardlight.rendering.tile.TileAddress;

/** Which tiles a kind of frame has. */
public final class Grid {
    private Grid() {}

    /** Whether a frame of this kind has such a tile. */
    public static boolean has(FrameKind kind, TileAddress address) {
        return address.level() < kind.levels()
                && address.row() < tiles(kind.rows(), address.level(), kind.tile())
                && address.column() < tiles(kind.columns(), address.level(), kind.tile());
    }

    /** All tiles of a frame of this kind: the coarsest level first, in a level row by row. */
    public static List<TileAddress> coarseToFine(FrameKind kind) {
        return coarseToFine(kind, 0);
    }

    /** The same without the levels that are finer than one. */
    public static List<TileAddress> coarseToFine(FrameKind kind, int finest) {
        List<TileAddress> all = new ArrayList<>();
        for (int level = kind.levels() - 1; level >= finest; level--) {
            for (int row = 0; row < tiles(kind.rows(), level, kind.tile()); row++) {
                for (int column = 0; column < tiles(kind.columns(), level, kind.tile()); column++) {
                    all.add(new TileAddress(level, row, column));
                }
            }
        }
        return all;
    }

    /** Pixels of a level. */
    public static long pixels(FrameKind kind, int level) {
        return (long) halved(kind.rows(), level) * halved(kind.columns(), level);
    }

    private static int tiles(int pixels, int level, int tile) {
        return (halved(pixels, level) + tile - 1) / tile;
    }

    private static int halved(int pixels, int level) {
        int left = pixels;
        for (int i = 0; i < level; i++) {
            left = (left + 1) / 2;
        }
        return left;
    }
}
