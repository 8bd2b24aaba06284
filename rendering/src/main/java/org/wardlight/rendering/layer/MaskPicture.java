// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.layer;

import org.wardlight.rendering.overlay.OverlayMask;

/** Bitmaps of a frame as a picture of at most {@link LayerImage#LONGEST_EDGE}: any pixel set sets its own, so that no mark is lost. */
public final class MaskPicture {
    private final OverlayMask first;
    private final int width;
    private final int height;
    private final int[] argb;

    private MaskPicture(OverlayMask first) {
        int longest = Math.max(first.rows(), first.columns());
        double scale = Math.min(1, (double) LayerImage.LONGEST_EDGE / longest);
        this.first = first;
        this.width = Math.max(1, (int) Math.round(first.columns() * scale));
        this.height = Math.max(1, (int) Math.round(first.rows() * scale));
        this.argb = new int[width * height];
    }

    /** One bitmap in one colour: alpha, red, green, blue. */
    public static LayerImage of(OverlayMask mask, int colour) {
        return from(mask).add(mask, colour).image();
    }

    /** An empty picture of the size that this bitmap needs. */
    public static MaskPicture from(OverlayMask mask) {
        return new MaskPicture(mask);
    }

    /** Draws over what is there; the bitmap has the size of the first. */
    public MaskPicture add(OverlayMask mask, int colour) {
        for (int row = 0; row < first.rows(); row++) {
            int y = (int) Math.min(height - 1, (long) row * height / first.rows());
            for (int column = 0; column < first.columns(); column++) {
                if (mask.at(row, column)) {
                    argb[y * width + (int) Math.min(width - 1, (long) column * width / first.columns())] = colour;
                }
            }
        }
        return this;
    }

    public LayerImage image() {
        return new LayerImage(width, height, argb);
    }
}
