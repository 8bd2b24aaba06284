// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** JPEG streams for tests, by the JDK's writer. */
public final class JpegPictures {
    private JpegPictures() {}

    static WritableRaster raster(byte[] samples, int columns, int rows) {
        return Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length), columns, rows, 3 * columns, 3, new int[] {0, 1, 2}, null);
    }

    /** YCbCr with halved chroma and a JFIF segment, as most programs write it. */
    public static byte[] jfif(byte[] rgb, int columns, int rows) throws IOException {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < columns * rows; i++) {
            int packed = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255;
            image.setRGB(i % columns, i / columns, packed);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    /** Names the three components in the frame and scan headers. */
    static byte[] withIds(byte[] stream, String ids) {
        byte[] named = stream.clone();
        int at = 2;
        while ((named[at + 1] & 0xFF) != 0xDA) {
            if ((named[at + 1] & 0xFF) == 0xC0) {
                for (int c = 0; c < 3; c++) {
                    named[at + 10 + 3 * c] = (byte) ids.charAt(c);
                }
            }
            at += 2 + ((named[at + 2] & 0xFF) << 8 | named[at + 3] & 0xFF);
        }
        for (int c = 0; c < 3; c++) {
            named[at + 5 + 2 * c] = (byte) ids.charAt(c);
        }
        return named;
    }
}
