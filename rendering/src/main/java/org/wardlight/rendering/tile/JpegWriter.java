// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import org.wardlight.rendering.codec.JpegEncoders;
import org.wardlight.rendering.pixel.ScreenImage;

/** Baseline JPEG of a picture for the screen. Thread-safe. */
final class JpegWriter {
    private JpegWriter() {}

    /** @param quality 0 to 1, as the IJG library counts hundredths */
    static byte[] encode(ScreenImage image, float quality) {
        return JpegEncoders.standard()
                .encode(image.pixels(), image.rows(), image.columns(), image.samples(), Math.round(quality * 100));
    }
}
