// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.wardlight.rendering.PixelFixtures;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.Jpeg2000Pictures;
import org.wardlight.rendering.codec.LosslessJpegWriter;
import org.wardlight.rendering.dicom.DataSetBuilder;

/** One codestream of every encapsulated syntax for which there is an encoder at hand. */
final class FuzzStreams {
    private static final String PREFIX = "1.2.840.10008.1.2.";

    private FuzzStreams() {}

    /** A codestream with the header that fits it. */
    record Stream(String name, String syntax, DataSetBuilder header, byte[] bytes) {}

    static List<Stream> all(int rows, int columns) {
        int pixels = rows * columns;
        List<Stream> out = new ArrayList<>();
        out.add(rle(rows, columns));
        out.add(new Stream("deflated frame", PREFIX + "8.1", grey(rows, columns), deflated(new byte[2 * pixels])));
        out.add(new Stream(
                "grey", PREFIX + "4.50", grey8(rows, columns), jpeg(rows, columns, BufferedImage.TYPE_BYTE_GRAY)));
        DataSetBuilder chroma = PixelFixtures.image(rows, columns, 8, 8, "YBR_FULL_422", 3);
        out.add(new Stream("colour", PREFIX + "4.50", chroma, jpeg(rows, columns, BufferedImage.TYPE_INT_RGB)));
        out.add(new Stream(
                "process 2", PREFIX + "4.51", grey8(rows, columns), jpeg(rows, columns, BufferedImage.TYPE_BYTE_GRAY)));
        for (int predictor = 1; predictor <= 7; predictor += 3) {
            byte[] bytes = LosslessJpegWriter.encode(ramp(pixels, 4096), rows, columns, 1, 12, predictor, true);
            out.add(new Stream("predictor " + predictor, PREFIX + "4.57", grey(rows, columns), bytes));
        }
        byte[] sv1 = LosslessJpegWriter.encode(ramp(pixels, 4096), rows, columns, 1, 16, 1, true);
        out.add(new Stream("first order", PREFIX + "4.70", grey(rows, columns), sv1));
        byte[] rgb = LosslessJpegWriter.encode(ramp(3 * pixels, 256), rows, columns, 3, 8, 1, false);
        out.add(new Stream("lossless colour", PREFIX + "4.70", colour(rows, columns), rgb));
        out.add(jpegLs("4.80"));
        out.add(jpegLs("4.81"));
        out.addAll(jpeg2000(rows, columns));
        return out;
    }

    /** None where OpenCV, whose encoder makes them, does not load. */
    private static List<Stream> jpeg2000(int rows, int columns) {
        try {
            short[] words = new short[rows * columns];
            for (int i = 0; i < words.length; i++) {
                words[i] = (short) (i % 4096);
            }
            byte[] rgb = new byte[3 * rows * columns];
            return List.of(
                    new Stream(
                            "grey", PREFIX + "4.90", grey(rows, columns), Jpeg2000Pictures.grey(rows, columns, words)),
                    new Stream(
                            "wrapped",
                            PREFIX + "4.91",
                            grey(rows, columns),
                            Jpeg2000Pictures.jp2(rows, columns, words)),
                    new Stream(
                            "colour",
                            PREFIX + "4.90",
                            colour(rows, columns),
                            Jpeg2000Pictures.colour(rows, columns, rgb)),
                    new Stream(
                            "throughput",
                            PREFIX + "4.201",
                            colour(rows, columns),
                            Jpeg2000Pictures.colour(rows, columns, rgb)));
        } catch (Unsupported here) {
            return List.of();
        }
    }

    /** Two segments of literal packets. */
    static Stream rle(int rows, int columns) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int second = 0;
        for (int plane = 0; plane < 2; plane++) {
            second = plane == 0 ? second : body.size();
            for (int done = 0; done < rows * columns; done += 100) {
                int count = Math.min(100, rows * columns - done);
                body.write(count - 1);
                body.write(new byte[count], 0, count);
            }
        }
        ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(2).putInt(64).putInt(64 + second);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.array());
        out.writeBytes(body.toByteArray());
        return new Stream("grey", PREFIX + "5", grey(rows, columns), out.toByteArray());
    }

    /** The worked example of ITU-T T.87 H.3. */
    private static Stream jpegLs(String syntax) {
        byte[] bytes = HexFormat.of()
                .parseHex("ffd8fff7000b080004000401011100ffda0008010100000000c000006c80208e01c00000574000"
                        + "006ee6000001bc18000005d800009160ffd9");
        return new Stream("example", PREFIX + syntax, grey8(4, 4), bytes);
    }

    private static DataSetBuilder grey(int rows, int columns) {
        return PixelFixtures.image(rows, columns, 16, 12, "MONOCHROME2", 1);
    }

    private static DataSetBuilder grey8(int rows, int columns) {
        return PixelFixtures.image(rows, columns, 8, 8, "MONOCHROME2", 1);
    }

    private static DataSetBuilder colour(int rows, int columns) {
        return PixelFixtures.image(rows, columns, 8, 8, "RGB", 3);
    }

    private static int[] ramp(int count, int range) {
        int[] out = new int[count];
        for (int i = 0; i < count; i++) {
            out[i] = i * 11 % range;
        }
        return out;
    }

    private static byte[] jpeg(int rows, int columns, int type) {
        BufferedImage image = new BufferedImage(columns, rows, type);
        for (int i = 0; i < rows * columns; i++) {
            image.setRGB(i % columns, i / columns, i * 2711);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(6, true))) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
