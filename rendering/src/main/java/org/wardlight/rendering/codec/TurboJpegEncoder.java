// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import javax.imageio.plugins.jpeg.JPEGQTable;

/**
 * libjpeg-turbo, with the vector instructions of the processor: a third of the time of the JDK's writer for the very same bytes.
 * Linux and macOS, where {@link Leptonica} is. Every call has structures of its own.
 *
 * <p>libjpeg ends the process at an error. So the first picture, whose bytes are known, is written with errors noted instead: a library
 * that is built otherwise is found out then. Later ones leave none but a lack of memory: sizes are checked, the file's
 * room is there before, and nothing that came from outside is read.
 */
final class TurboJpegEncoder implements JpegEncoder {
    /** Of JPEG_LIB_VERSION 62, which the library checks together with the size of its structure. */
    private static final int VERSION = 62;
    // jpeg_compress_struct and jpeg_error_mgr where a long has 64 bits (jpeglib.h).
    private static final int STRUCTURE = 520;
    private static final int ERRORS = 168;
    private static final int WIDTH = 48;
    private static final int HEIGHT = 52;
    private static final int COMPONENTS = 56;
    private static final int COLOUR_SPACE = 60;
    private static final int JFIF_MINOR = 293;

    private static final int GREY = 1;
    private static final int RGB = 2;
    /** Room for a structure that is larger than ours, of a library that is built otherwise. */
    private static final int ANY_STRUCTURE = 4096;
    /** Of a file of a picture, beside its coded samples. */
    private static final int HEADERS = 2048;

    private static final int PROOF_EDGE = 40;
    /** CRC-32 of the JDK writer's files of the {@link #proof} in grey and colour, one after the other. */
    static final long PROOF = 3_622_911_627L;

    /** The functions of libjpeg that are used. Names are those of the library. */
    @SuppressWarnings({"checkstyle:MethodName", "MemberName"})
    private static final class Functions {
        static native Pointer jpeg_std_error(Pointer errors);

        static native void jpeg_CreateCompress(Pointer compress, int version, long size);

        static native void jpeg_mem_dest(Pointer compress, Pointer buffer, Pointer size);

        static native void jpeg_set_defaults(Pointer compress);

        static native void jpeg_add_quant_table(Pointer compress, int which, int[] table, int percent, int baseline);

        static native void jpeg_start_compress(Pointer compress, int allTables);

        static native int jpeg_write_scanlines(Pointer compress, Pointer rows, int count);

        static native void jpeg_finish_compress(Pointer compress);

        static native void jpeg_destroy_compress(Pointer compress);

        private Functions() {}
    }

    /** What libjpeg calls in place of ending the process. */
    private interface ErrorExit extends Callback {
        void invoke(Pointer compress);
    }

    private TurboJpegEncoder() {}

    /**
     * The encoder.
     *
     * @throws LinkageError when it does not load here or is not what it should be
     * @throws org.wardlight.rendering.RenderingException.Unsupported when the class path has none for this platform
     */
    static TurboJpegEncoder load() {
        if (Native.LONG_SIZE != Long.BYTES) {
            throw new LinkageError("libjpeg where a long has " + Native.LONG_SIZE + " bytes");
        }
        Native.register(Functions.class, Leptonica.library());
        examine();
        TurboJpegEncoder encoder = new TurboJpegEncoder();
        if (proof(encoder) != PROOF) {
            throw new LinkageError("libjpeg makes other bytes");
        }
        return encoder;
    }

    /** libjpeg compares its version and the size of its structure with what is given: errors there are noted. */
    private static void examine() {
        AtomicInteger errors = new AtomicInteger();
        ErrorExit note = compress -> errors.incrementAndGet();
        try (Memory memory = new Memory(ANY_STRUCTURE + ERRORS)) {
            memory.clear();
            Pointer compress = memory.share(0, ANY_STRUCTURE);
            Pointer manager = memory.share(ANY_STRUCTURE, ERRORS);
            compress.setPointer(0, Functions.jpeg_std_error(manager));
            manager.setPointer(0, CallbackReference.getFunctionPointer(note));
            Functions.jpeg_CreateCompress(compress, VERSION, STRUCTURE);
            if (errors.get() > 0) {
                throw new LinkageError("libjpeg of another version");
            }
            Functions.jpeg_destroy_compress(compress);
        }
    }

    /** A checksum of what an encoder makes of two small pictures. */
    static long proof(JpegEncoder encoder) {
        CRC32 sum = new CRC32();
        for (int samples : new int[] {1, 3}) {
            byte[] pixels = new byte[PROOF_EDGE * PROOF_EDGE * samples];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) (i * i / 7 + i % PROOF_EDGE);
            }
            sum.update(encoder.encode(pixels, PROOF_EDGE, PROOF_EDGE, samples, 85));
        }
        return sum.getValue();
    }

    @Override
    public byte[] encode(byte[] pixels, int rows, int columns, int samples, int quality) {
        JpegEncoder.check(pixels, rows, columns, samples, quality);
        long own = STRUCTURE + ERRORS + 2 * Long.BYTES + (long) rows * Long.BYTES;
        long room = room(rows, columns, samples);
        try (Memory memory = new Memory(own + pixels.length + room)) {
            memory.clear(STRUCTURE + ERRORS);
            memory.write(own, pixels, 0, pixels.length);
            long first = Pointer.nativeValue(memory) + own;
            long[] starts = new long[rows];
            for (int y = 0; y < rows; y++) {
                starts[y] = first + (long) y * columns * samples;
            }
            memory.write(STRUCTURE + ERRORS + 2 * Long.BYTES, starts, 0, rows);
            return compressed(memory, own + pixels.length, rows, columns, samples, quality);
        }
    }

    /** More than any file of such a picture takes: what libjpeg-turbo itself counts with. */
    private static long room(long rows, long columns, int samples) {
        int block = samples == 1 ? 8 : 16;
        long padded = (rows + block - 1) / block * block * ((columns + block - 1) / block * block);
        return padded * (samples == 1 ? 2 : 3) + HEADERS;
    }

    private static byte[] compressed(Memory memory, long from, int rows, int columns, int samples, int quality) {
        Pointer compress = memory.share(0, STRUCTURE);
        Pointer out = memory.share(STRUCTURE + ERRORS, Long.BYTES);
        Pointer size = memory.share(STRUCTURE + ERRORS + Long.BYTES, Long.BYTES);
        Pointer room = memory.share(from);
        out.setPointer(0, room);
        size.setLong(0, memory.size() - from);
        compress.setPointer(0, Functions.jpeg_std_error(memory.share(STRUCTURE, ERRORS)));
        Functions.jpeg_CreateCompress(compress, VERSION, STRUCTURE);
        try {
            Functions.jpeg_mem_dest(compress, out, size);
            start(compress, rows, columns, samples, quality);
            int done = 0;
            while (done < rows) {
                Pointer rest = memory.share(STRUCTURE + ERRORS + 2L * Long.BYTES + (long) done * Long.BYTES);
                done += Functions.jpeg_write_scanlines(compress, rest, rows - done);
            }
            Functions.jpeg_finish_compress(compress);
            return out.getPointer(0).getByteArray(0, Math.toIntExact(size.getLong(0)));
        } finally {
            Functions.jpeg_destroy_compress(compress);
            Pointer file = out.getPointer(0);
            if (!file.equals(room)) {
                Native.free(Pointer.nativeValue(file));
            }
        }
    }

    /** As the JDK's writer counts it, in its precision. */
    private static float scale(int quality) {
        float share = quality / 100f;
        return share < 0.5f ? 0.5f / share : 2 - share * 2;
    }

    private static int[] table(JPEGQTable whole, float scale) {
        return whole.getScaledInstance(scale, true).getTable();
    }

    private static void start(Pointer compress, int rows, int columns, int samples, int quality) {
        compress.setInt(WIDTH, columns);
        compress.setInt(HEIGHT, rows);
        compress.setInt(COMPONENTS, samples);
        compress.setInt(COLOUR_SPACE, samples == 1 ? GREY : RGB);
        Functions.jpeg_set_defaults(compress);
        // jpeg_set_quality rounds some entries otherwise.
        float scale = scale(quality);
        Functions.jpeg_add_quant_table(compress, 0, table(JPEGQTable.K1Luminance, scale), 100, 1);
        Functions.jpeg_add_quant_table(compress, 1, table(JPEGQTable.K2Chrominance, scale), 100, 1);
        // JFIF 1.02, as the JDK's writer has it.
        compress.setByte(JFIF_MINOR, (byte) 2);
        Functions.jpeg_start_compress(compress, 1);
    }
}
