// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.pixel.ScreenImage;

/** Baseline JPEG of eight bits by the JDK's own writer. Thread-safe. */
final class JpegWriter {
    private static final String JDK_WRITER = "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi";

    private JpegWriter() {}

    /** @param quality 0 to 1, as the IJG library counts hundredths */
    static byte[] encode(ScreenImage image, float quality) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(image.pixels().length / 8 + 1024);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriter writer = spi().createWriterInstance();
            try {
                ImageWriteParam param = writer.getDefaultWriteParam();
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(quality);
                writer.setOutput(stream);
                writer.write(null, new IIOImage(buffered(image), null, null), param);
            } finally {
                writer.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("JPEG into memory", e);
        }
        return out.toByteArray();
    }

    private static ImageWriterSpi spi() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        Iterator<ImageWriterSpi> all = registry.getServiceProviders(ImageWriterSpi.class, false);
        @Nullable ImageWriterSpi found = null;
        while (found == null && all.hasNext()) {
            ImageWriterSpi each = all.next();
            found = each.getClass().getName().equals(JDK_WRITER) ? each : null;
        }
        if (found == null) {
            throw new IllegalStateException("this Java has no JPEG writer (java.desktop is incomplete)");
        }
        return found;
    }

    private static BufferedImage buffered(ScreenImage image) {
        byte[] pixels = image.pixels();
        DataBufferByte buffer = new DataBufferByte(pixels, pixels.length);
        int[] bands = image.colour() ? new int[] {0, 1, 2} : new int[] {0};
        int stride = image.columns() * image.samples();
        WritableRaster raster = Raster.createInterleavedRaster(
                buffer, image.columns(), image.rows(), stride, image.samples(), bands, new Point());
        int space = image.colour() ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY;
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(space), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }
}
