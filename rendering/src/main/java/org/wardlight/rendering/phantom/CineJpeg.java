// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.phantom;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Baseline JPEG as ultrasound machines write it: YBR_FULL_422, half the colour across and all of it down (PS3.5 8.2.1). */
final class CineJpeg {
    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";
    private static final float QUALITY = 0.9f;

    private CineJpeg() {}

    static byte[] encode(byte[] rgb, int columns, int rows) {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        int[] packed = new int[columns * rows];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255;
        }
        image.setRGB(0, 0, columns, rows, packed, 0, columns);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        ImageWriter writer = writer();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
            halveColourAcross(metadata);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata), param);
        } catch (IOException e) {
            throw new UncheckedIOException("JPEG into memory", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** The JDK halves colour down as well; that would be YBR_FULL_420. */
    private static void halveColourAcross(IIOMetadata metadata) throws IIOInvalidTreeException {
        IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode luminance =
                (IIOMetadataNode) tree.getElementsByTagName("componentSpec").item(0);
        luminance.setAttribute("HsamplingFactor", "2");
        luminance.setAttribute("VsamplingFactor", "1");
        metadata.setFromTree(FORMAT, tree);
    }

    private static ImageWriter writer() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio")) {
                return writer;
            }
            writer.dispose();
        }
        throw new IllegalStateException("this Java has no JPEG writer (java.desktop is incomplete)");
    }
}
