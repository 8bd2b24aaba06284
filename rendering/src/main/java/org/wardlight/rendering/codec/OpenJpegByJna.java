// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import com.sun.jna.Callback;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;

/**
 * OpenJPEG as exported by the leptonica library of bytedeco, called through JNA: Linux and macOS, x64 and arm64. Every call has its
 * own codec object, so calls may run at the same time.
 */
final class OpenJpegByJna implements OpenJpeg {
    private static final int J2K = 0;
    /** Larger than opj_dparameters_t of every version. */
    private static final int PARAMETER_BYTES = 16 << 10;

    private static final int COMPONENT_BYTES = 64;

    /** The functions of libopenjp2 that are used (openjpeg.h). Names are those of the library. */
    @SuppressWarnings({"checkstyle:MethodName", "MemberName"})
    static final class Functions {
        static native Pointer opj_create_decompress(int format);

        static native void opj_set_default_decoder_parameters(Pointer parameters);

        static native int opj_setup_decoder(Pointer codec, Pointer parameters);

        static native int opj_decoder_set_strict_mode(Pointer codec, int strict);

        static native Pointer opj_stream_create(long bufferBytes, int isInput);

        static native void opj_stream_set_read_function(Pointer stream, Read function);

        static native void opj_stream_set_skip_function(Pointer stream, Move function);

        static native void opj_stream_set_seek_function(Pointer stream, Seek function);

        static native void opj_stream_set_user_data(Pointer stream, Pointer data, Pointer free);

        static native void opj_stream_set_user_data_length(Pointer stream, long length);

        static native int opj_read_header(Pointer stream, Pointer codec, PointerByReference image);

        static native int opj_decode(Pointer codec, Pointer stream, Pointer image);

        static native void opj_stream_destroy(Pointer stream);

        static native void opj_destroy_codec(Pointer codec);

        static native void opj_image_destroy(Pointer image);

        private Functions() {}
    }

    interface Read extends Callback {
        long invoke(Pointer buffer, long bytes, Pointer user);
    }

    interface Move extends Callback {
        long invoke(long bytes, Pointer user);
    }

    interface Seek extends Callback {
        int invoke(long position, Pointer user);
    }

    private OpenJpegByJna() {}

    /** Loaded once in a process: a class holds its native functions by one library only. */
    private static final class Loaded {
        static final OpenJpegByJna LIBRARY = fromClassPath();
    }

    /**
     * The library, loaded from the class path when it is first asked for.
     *
     * @throws Unsupported when it cannot be loaded here
     */
    static OpenJpegByJna load() {
        try {
            return Loaded.LIBRARY;
        } catch (LinkageError e) {
            throw new Unsupported("JPEG 2000: the decoder's library cannot be loaded on " + Leptonica.platform());
        }
    }

    private static OpenJpegByJna fromClassPath() {
        Native.register(Functions.class, Leptonica.library());
        return new OpenJpegByJna();
    }

    @Override
    public int[][] decode(byte[] codestream, Siz siz) {
        Source source = new Source(codestream);
        Pointer codec = Functions.opj_create_decompress(J2K);
        Pointer stream = Functions.opj_stream_create(Math.max(1024, Math.min(codestream.length, 1 << 20)), 1);
        PointerByReference image = new PointerByReference();
        try (Memory parameters = new Memory(PARAMETER_BYTES)) {
            parameters.clear();
            Functions.opj_set_default_decoder_parameters(parameters);
            source.attach(stream);
            boolean decoded = Functions.opj_setup_decoder(codec, parameters) != 0
                    && Functions.opj_decoder_set_strict_mode(codec, 1) != 0
                    && Functions.opj_read_header(stream, codec, image) != 0
                    && Functions.opj_decode(codec, stream, image.getValue()) != 0;
            if (!decoded) {
                throw new MalformedDicom(
                        "the JPEG 2000 codestream of " + codestream.length + " bytes is broken or cut off");
            }
            return planes(image.getValue(), siz);
        } finally {
            if (image.getValue() != null) {
                Functions.opj_image_destroy(image.getValue());
            }
            Functions.opj_stream_destroy(stream);
            Functions.opj_destroy_codec(codec);
            java.lang.ref.Reference.reachabilityFence(source);
        }
    }

    /** Copies the planes out of opj_image_t (numcomps at 16, comps at 24) and opj_image_comp_t (w 8, h 12, data 48). */
    private static int[][] planes(Pointer image, Siz siz) {
        int count = image.getInt(16);
        Pointer components = image.getPointer(24);
        if (count != siz.components()) {
            throw new MalformedDicom(
                    "the JPEG 2000 picture has " + count + " components, expected " + siz.components());
        }
        int[][] planes = new int[count][];
        for (int c = 0; c < count; c++) {
            long at = (long) c * COMPONENT_BYTES;
            Pointer data = components.getPointer(at + 48);
            if (components.getInt(at + 8) != siz.columns()
                    || components.getInt(at + 12) != siz.rows()
                    || data == null) {
                throw new MalformedDicom("a JPEG 2000 component is of another size than its codestream says");
            }
            planes[c] = data.getIntArray(0, Math.multiplyExact(siz.columns(), siz.rows()));
        }
        return planes;
    }

    /** The codestream as OpenJPEG reads it. The functions must stay reachable while native code runs. */
    private static final class Source {
        private final byte[] bytes;
        private final Read read = this::read;
        private final Move skip = this::skip;
        private final Seek seek = this::seek;
        private int at;

        Source(byte[] bytes) {
            this.bytes = bytes;
        }

        void attach(Pointer stream) {
            Functions.opj_stream_set_read_function(stream, read);
            Functions.opj_stream_set_skip_function(stream, skip);
            Functions.opj_stream_set_seek_function(stream, seek);
            Functions.opj_stream_set_user_data(stream, Pointer.NULL, Pointer.NULL);
            Functions.opj_stream_set_user_data_length(stream, bytes.length);
        }

        private long read(Pointer buffer, long wanted, Pointer user) {
            int count = (int) Math.min(wanted, bytes.length - at);
            if (count <= 0) {
                return -1;
            }
            buffer.write(0, bytes, at, count);
            at += count;
            return count;
        }

        private long skip(long count, Pointer user) {
            if (count < 0 || at + count > bytes.length) {
                return -1;
            }
            at += (int) count;
            return count;
        }

        private int seek(long position, Pointer user) {
            if (position < 0 || position > bytes.length) {
                return 0;
            }
            at = (int) position;
            return 1;
        }
    }
}
