// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.Arrays;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Lossless JPEG 2000 pictures for tests, by OpenCV's encoder. */
public final class Jpeg2000Pictures {
    private Jpeg2000Pictures() {}

    /** A JP2 file around one component of 16 bits. */
    public static byte[] jp2(int rows, int columns, short[] values) {
        OpenJpegByOpenCv.load();
        Mat picture = new Mat(rows, columns, CvType.CV_16UC1);
        picture.put(0, 0, values);
        return encoded(picture);
    }

    /** A bare codestream of three components of 8 bits, R G B. */
    public static byte[] colour(int rows, int columns, byte[] rgb) {
        OpenJpegByOpenCv.load();
        Mat picture = new Mat(rows, columns, CvType.CV_8UC3);
        byte[] bgr = rgb.clone();
        for (int i = 0; i < bgr.length; i += 3) {
            bgr[i] = rgb[i + 2];
            bgr[i + 2] = rgb[i];
        }
        picture.put(0, 0, bgr);
        return bare(encoded(picture));
    }

    /** A bare codestream of one component of 16 bits. */
    public static byte[] grey(int rows, int columns, short[] values) {
        return bare(jp2(rows, columns, values));
    }

    /** A bare codestream of one component of 8 bits. */
    public static byte[] greyOf8(int rows, int columns, byte[] values) {
        OpenJpegByOpenCv.load();
        Mat picture = new Mat(rows, columns, CvType.CV_8UC1);
        picture.put(0, 0, values);
        return bare(encoded(picture));
    }

    private static byte[] encoded(Mat picture) {
        MatOfByte out = new MatOfByte();
        MatOfInt lossless = new MatOfInt(Imgcodecs.IMWRITE_JPEG2000_COMPRESSION_X1000, 1000);
        if (!Imgcodecs.imencode(".jp2", picture, out, lossless)) {
            throw new IllegalStateException("OpenCV did not encode the picture");
        }
        return out.toArray();
    }

    private static byte[] bare(byte[] jp2) {
        return Arrays.copyOfRange(jp2, Siz.of(jp2).start(), jp2.length);
    }
}
