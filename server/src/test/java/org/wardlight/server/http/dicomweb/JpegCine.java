// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http.dicomweb;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomWriter;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.dicom.TransferSyntax;

/** An object of two small grey frames in JPEG Baseline. */
final class JpegCine {
    private static final int EDGE = 16;

    private JpegCine() {}

    /** With the identity of another object. */
    static byte[] bytes(DataSet like) {
        DataSet data = like.toBuilder()
                .remove(Tag.PIXEL_PADDING_VALUE)
                .integer(Tag.ROWS, EDGE)
                .integer(Tag.COLUMNS, EDGE)
                .integer(Tag.BITS_ALLOCATED, 8)
                .integer(Tag.BITS_STORED, 8)
                .integer(Tag.HIGH_BIT, 7)
                .integer(Tag.NUMBER_OF_FRAMES, 2)
                .string(Tag.LOSSY_IMAGE_COMPRESSION, "01")
                .frames(List.of(frame(20), frame(200)))
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DicomWriter.write(data, TransferSyntax.JPEG_BASELINE, out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private static byte[] frame(int grey) {
        BufferedImage image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < EDGE; i++) {
            image.getRaster().setSample(i, i, 0, grey);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }
}
