// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

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

/** The JDK's own writer: everywhere where Java is. */
final class JdkJpegEncoder implements JpegEncoder {
    private static final String WRITER = "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi";

    @Override
    public byte[] encode(byte[] pixels, int rows, int columns, int samples, int quality) {
        JpegEncoder.check(pixels, rows, columns, samples, quality);
        ByteArrayOutputStream out = new ByteArrayOutputStream(pixels.length / 8 + 1024);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriter writer = spi().createWriterInstance();
            try {
                ImageWriteParam param = writer.getDefaultWriteParam();
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(quality / 100f);
                writer.setOutput(stream);
                writer.write(null, new IIOImage(buffered(pixels, rows, columns, samples), null, null), param);
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
            found = each.getClass().getName().equals(WRITER) ? each : null;
        }
        if (found == null) {
            throw new IllegalStateException("this Java has no JPEG writer (java.desktop is incomplete)");
        }
        return found;
    }

    private static BufferedImage buffered(byte[] pixels, int rows, int columns, int samples) {
        DataBufferByte buffer = new DataBufferByte(pixels, pixels.length);
        int[] bands = samples == 3 ? new int[] {0, 1, 2} : new int[] {0};
        int stride = columns * samples;
        WritableRaster raster =
                Raster.createInterleavedRaster(buffer, columns, rows, stride, samples, bands, new Point());
        int space = samples == 3 ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY;
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(space), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }
}
