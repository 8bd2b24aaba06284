// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.util.Arrays;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;

/**
 * OpenJPEG inside OpenCV (openpnp's build): every platform, Windows too. It refuses signed components; so the sign bits are cleared
 * in a copy of the codestream and 2^(P-1), which unsigned decoding adds, is taken off afterwards (T.800 G.1).
 */
final class OpenJpegByOpenCv implements OpenJpeg {
    private OpenJpegByOpenCv() {}

    /**
     * Loads the library from the class path.
     *
     * @throws Unsupported when it cannot be loaded here
     */
    static OpenJpegByOpenCv load() {
        try {
            nu.pattern.OpenCV.loadLocally();
            org.opencv.core.Core.setNumThreads(1);
            return new OpenJpegByOpenCv();
        } catch (UnsatisfiedLinkError | RuntimeException e) {
            throw new Unsupported("JPEG 2000: the decoder's library cannot be loaded on this machine");
        }
    }

    @Override
    public int[][] decode(byte[] codestream, Siz siz) {
        byte[] unsigned = siz.signed() ? withoutSigns(codestream, siz.components()) : codestream;
        MatOfByte in = new MatOfByte(unsigned);
        Mat out = null;
        try {
            out = Imgcodecs.imdecode(in, Imgcodecs.IMREAD_UNCHANGED);
            if (out.empty()
                    || out.rows() != siz.rows()
                    || out.cols() != siz.columns()
                    || out.channels() != siz.components()) {
                throw new MalformedDicom(
                        "the JPEG 2000 codestream of " + codestream.length + " bytes is broken or cut off");
            }
            return planes(out, siz);
        } catch (CvException e) {
            throw new MalformedDicom(
                    "the JPEG 2000 codestream of " + codestream.length + " bytes is broken or cut off");
        } finally {
            in.release();
            if (out != null) {
                out.release();
            }
        }
    }

    private static byte[] withoutSigns(byte[] codestream, int components) {
        byte[] copy = Arrays.copyOf(codestream, codestream.length);
        for (int c = 0; c < components; c++) {
            copy[42 + 3 * c] &= 0x7F;
        }
        return copy;
    }

    /** Channels come as B G R; 9 to 16 bits come as 16-bit words. */
    private static int[][] planes(Mat mat, Siz siz) {
        int count = siz.components();
        int[][] planes = new int[count][siz.rows() * siz.columns()];
        int offset = siz.signed() ? 1 << siz.precision() - 1 : 0;
        boolean words = CvType.depth(mat.type()) == CvType.CV_16U;
        short[] row16 = new short[words ? siz.columns() * count : 0];
        byte[] row8 = new byte[words ? 0 : siz.columns() * count];
        for (int y = 0; y < siz.rows(); y++) {
            if (words) {
                mat.get(y, 0, row16);
            } else {
                mat.get(y, 0, row8);
            }
            for (int x = 0; x < siz.columns() * count; x++) {
                int channel = x % count;
                int component = count >= 3 && channel < 3 ? 2 - channel : channel;
                int value = words ? row16[x] & 0xFFFF : row8[x] & 0xFF;
                planes[component][y * siz.columns() + x / count] = value - offset;
            }
        }
        return planes;
    }
}
