// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

/** A place in a frame's pyramid. Level 0 is full resolution; row and column count tiles from 0 at the top left. */
public record TileAddress(int level, int row, int column) {
    public TileAddress {
        if (level < 0 || row < 0 || column < 0) {
            throw new IllegalArgumentException("negative tile address: " + level + "/" + row + "/" + column);
        }
    }
}
