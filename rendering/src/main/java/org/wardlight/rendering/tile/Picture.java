// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.pixel.FrameKind.Window;

/**
 * How a whole frame is wanted in one file (PS3.18 8.3.5.1).
 *
 * @param type of the file
 * @param quality of a JPEG, 1 to 100; PNG has none
 * @param window in rescaled units; null: as the frame is shown at first. Colour takes no window
 * @param width of the rectangle that the picture fits, keeping its aspect; with {@code height} 0: its own size
 * @param height of that rectangle
 */
public record Picture(Type type, int quality, @Nullable Window window, int width, int height) {
    /** The largest edge that is drawn. */
    public static final int MOST_PIXELS = 8192;

    public Picture {
        boolean ownSize = width == 0 && height == 0;
        boolean fits = width >= 1 && height >= 1 && width <= MOST_PIXELS && height <= MOST_PIXELS;
        if (quality < 1 || quality > 100 || !ownSize && !fits) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height + ", quality " + quality);
        }
    }

    /** Types of files. */
    public enum Type {
        JPEG("image/jpeg"),
        PNG("image/png");

        private final String mediaType;

        Type(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }
}
