// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import java.util.Arrays;

/**
 * A picture that lies exactly over the rectangle of a frame, whatever its own number of pixels.
 *
 * @param argb {@code width * height} pixels row by row: alpha, red, green, blue, not premultiplied; shared, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record LayerImage(int width, int height, int[] argb) {
    /** The longest edge that a layer's picture may have, in pixels. */
    public static final int LONGEST_EDGE = 2048;

    public LayerImage {
        if (width <= 0
                || height <= 0
                || width > LONGEST_EDGE
                || height > LONGEST_EDGE
                || argb.length != width * height) {
            throw new IllegalArgumentException(
                    "a layer of " + width + " x " + height + " with " + argb.length + " pixels");
        }
    }

    /** Whether nothing of it can be seen. */
    public boolean isEmpty() {
        return Arrays.stream(argb).noneMatch(pixel -> pixel >>> 24 != 0);
    }

    /** As a PNG: with a palette when it has at most 256 colours, else RGBA. */
    public byte[] png() {
        return LayerPng.encode(this);
    }
}
