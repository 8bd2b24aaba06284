// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.RenderingException;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/** JPEG of eight bits by the JDK's own reader, as raw components: what they mean is not its business. Thread-safe. */
final class JdkJpeg {
    private static final String JDK_READER = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";

    private JdkJpeg() {}

    /** Samples interleaved, chroma brought to full size. */
    static byte[] decode(byte[] codestream, JpegInfo info) {
        try (MemoryCacheImageInputStream stream =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(codestream))) {
            ImageReader reader = spi().createReaderInstance();
            try {
                Warnings warnings = new Warnings();
                reader.addIIOReadWarningListener(warnings);
                reader.setInput(stream, true, true);
                Raster raster = reader.readRaster(0, null);
                warnings.requireWhole();
                return samples(raster, info);
            } finally {
                reader.dispose();
            }
        } catch (RenderingException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The reader answers broken bytes with many kinds of exception; all mean the same.
            MalformedDicom malformed = new MalformedDicom("the JPEG codestream is broken");
            malformed.initCause(e);
            throw malformed;
        }
    }

    private static byte[] samples(Raster raster, JpegInfo info) {
        int count = info.components().size();
        if (raster.getWidth() != info.columns() || raster.getHeight() != info.rows() || raster.getNumBands() != count) {
            throw new MalformedDicom("the JPEG codestream does not decode to the size that it states");
        }
        byte[] data = raster.getDataBuffer() instanceof DataBufferByte bytes ? bytes.getData() : new byte[0];
        boolean inOrder = raster.getSampleModel() instanceof PixelInterleavedSampleModel model
                && model.getScanlineStride() == info.columns() * count
                && data.length == info.rows() * info.columns() * count
                && inOrder(model.getBandOffsets());
        return inOrder ? data : copied(raster, count);
    }

    private static boolean inOrder(int[] offsets) {
        for (int i = 0; i < offsets.length; i++) {
            if (offsets[i] != i) {
                return false;
            }
        }
        return true;
    }

    private static byte[] copied(Raster raster, int count) {
        int width = raster.getWidth() * count;
        byte[] out = new byte[width * raster.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, raster.getWidth(), 1, row);
            for (int x = 0; x < width; x++) {
                out[y * width + x] = (byte) row[x];
            }
        }
        return out;
    }

    private static ImageReaderSpi spi() {
        Iterator<ImageReaderSpi> all =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
        @Nullable ImageReaderSpi found = null;
        while (found == null && all.hasNext()) {
            ImageReaderSpi each = all.next();
            found = each.getClass().getName().equals(JDK_READER) ? each : null;
        }
        if (found == null) {
            throw new IllegalStateException("this Java has no JPEG reader (java.desktop is incomplete)");
        }
        return found;
    }

    /** A codestream that was cut off decodes to grey at its end, with no more than a warning. */
    private static final class Warnings implements IIOReadWarningListener {
        private boolean cut;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            cut |= warning.contains("remature end");
        }

        void requireWhole() {
            if (cut) {
                throw new MalformedDicom("the JPEG codestream ends early");
            }
        }
    }
}
