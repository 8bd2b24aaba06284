// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;

/**
 * OpenJPEG inside OpenCV (openpnp's build): every platform, Windows too. It refuses signed components and less than 8
 * bits; so in a copy of the codestream they are called unsigned and of 8 bits, and what that adds to every value (T.800 G.1: 2^(P-1)
 * where unsigned) is taken off afterwards. The number of bits takes part in lossy decoding, so there it stays and is refused.
 */
final class OpenJpegByOpenCv implements OpenJpeg {
    private static final int LEAST_BITS = 8;

    private OpenJpegByOpenCv() {}

    /** Loaded once in a process. */
    private static final class Loaded {
        static final OpenJpegByOpenCv LIBRARY = fromClassPath();
    }

    /**
     * The library, loaded from the class path when it is first asked for.
     *
     * @throws Unsupported when it cannot be loaded here
     */
    static OpenJpegByOpenCv load() {
        try {
            return Loaded.LIBRARY;
        } catch (LinkageError e) {
            throw new Unsupported("JPEG 2000: the decoder's library cannot be loaded on this machine");
        }
    }

    /** Not by OpenCV's own loader, which deletes what another process has just unpacked. */
    private static OpenJpegByOpenCv fromClassPath() {
        try {
            return NativeFile.load(resource(), Path.of(System.getProperty("java.io.tmpdir")), file -> {
                OpenCvLog.silenceBeforeLoading();
                System.load(file.toString());
                OpenCvLog.silence(file);
                Core.setNumThreads(1);
                return new OpenJpegByOpenCv();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch", "").equals("aarch64");
        String folder = "/nu/pattern/opencv/";
        if (os.startsWith("windows")) {
            return folder + "windows/x86_64/opencv_java490.dll";
        }
        String platform = (os.contains("mac") ? "osx/" : "linux/") + (arm ? "ARMv8/" : "x86_64/");
        return folder + platform + "libopencv_java490" + (os.contains("mac") ? ".dylib" : ".so");
    }

    @Override
    public int[][] decode(byte[] codestream, Siz siz) {
        if (siz.precision() < LEAST_BITS && !(siz.coding().reversible() && TileParts.plain(codestream))) {
            throw new Unsupported("lossy JPEG 2000 of " + siz.precision() + " bits: not shown on this kind of machine");
        }
        MatOfByte in = new MatOfByte(asOpenCvReads(codestream, siz));
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

    private static byte[] asOpenCvReads(byte[] codestream, Siz siz) {
        if (!siz.signed() && siz.precision() >= LEAST_BITS) {
            return codestream;
        }
        byte[] copy = Arrays.copyOf(codestream, codestream.length);
        for (int c = 0; c < siz.components(); c++) {
            copy[42 + 3 * c] = (byte) (Math.max(LEAST_BITS, siz.precision()) - 1);
        }
        return copy;
    }

    /** What decoding adds now, less what it was to add. */
    private static int offset(Siz siz) {
        int added = 1 << Math.max(LEAST_BITS, siz.precision()) - 1;
        return siz.signed() ? added : added - (1 << siz.precision() - 1);
    }

    /** Channels come as B G R; 9 to 16 bits come as 16-bit words. */
    private static int[][] planes(Mat mat, Siz siz) {
        int count = siz.components();
        int[][] planes = new int[count][siz.rows() * siz.columns()];
        int offset = offset(siz);
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
