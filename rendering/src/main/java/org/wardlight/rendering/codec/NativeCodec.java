// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.wardlight.rendering.RenderingException.MalformedDicom;
import org.wardlight.rendering.RenderingException.Unsupported;

/**
 * Uncompressed frames in little endian, also when encapsulated (PS3.5 8.1, 8.2, A.4.11). A 1-bit frame begins at the lowest bit of its
 * first byte: so they come from {@link org.wardlight.rendering.dicom.PixelData}, whatever the byte order of the file.
 */
final class NativeCodec implements FrameCodec {
    @Override
    public StoredFrame decode(byte[] frame, FrameLayout layout) {
        long needed = (layout.nativeBits() + 7) / 8;
        if (frame.length < needed) {
            throw new MalformedDicom("the frame has " + frame.length + " bytes, expected " + needed);
        }
        FrameLayout decoded = layout.as(layout.photometric());
        if (layout.floating()) {
            return floats(frame, decoded);
        }
        return switch (layout.bitsAllocated()) {
            case 1 -> StoredFrame.of(decoded, bits(frame, layout));
            case 8 ->
                layout.photometric().paired()
                        ? unpack422(frame, layout)
                        : StoredFrame.of(decoded, bytes(frame, layout));
            case 16 -> StoredFrame.of(decoded, words(frame, layout));
            default -> StoredFrame.of(decoded, doubleWords(frame, layout));
        };
    }

    private static StoredFrame floats(byte[] frame, FrameLayout layout) {
        ByteBuffer bytes = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        if (layout.bitsAllocated() == 32) {
            float[] out = new float[(int) layout.values()];
            bytes.asFloatBuffer().get(out);
            return StoredFrame.of(layout, out);
        }
        double[] out = new double[(int) layout.values()];
        bytes.asDoubleBuffer().get(out);
        return StoredFrame.of(layout, out);
    }

    private static byte[] bits(byte[] frame, FrameLayout layout) {
        byte[] out = new byte[(int) layout.values()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (frame[i >> 3] >> (i & 7) & 1);
        }
        return out;
    }

    private static byte[] bytes(byte[] frame, FrameLayout layout) {
        ValueFit fit = ValueFit.of(layout);
        // A frame that needs no change is not copied: nobody else has it.
        byte[] out =
                fit.idle() && frame.length == layout.values() ? frame : Arrays.copyOf(frame, (int) layout.values());
        fit.apply(out);
        return layout.planar() ? interleave(out, layout.samples()) : out;
    }

    private static short[] words(byte[] frame, FrameLayout layout) {
        refusePacked(layout);
        short[] out = new short[(int) layout.values()];
        ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(out);
        ValueFit.of(layout).apply(out);
        if (!layout.planar() || layout.samples() == 1) {
            return out;
        }
        short[] interleaved = new short[out.length];
        int plane = out.length / layout.samples();
        for (int i = 0; i < out.length; i++) {
            interleaved[i % plane * layout.samples() + i / plane] = out[i];
        }
        return interleaved;
    }

    private static int[] doubleWords(byte[] frame, FrameLayout layout) {
        refusePacked(layout);
        int[] out = new int[(int) layout.values()];
        ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(out);
        ValueFit.of(layout).apply(out);
        if (!layout.planar() || layout.samples() == 1) {
            return out;
        }
        int[] interleaved = new int[out.length];
        int plane = out.length / layout.samples();
        for (int i = 0; i < out.length; i++) {
            interleaved[i % plane * layout.samples() + i / plane] = out[i];
        }
        return interleaved;
    }

    private static void refusePacked(FrameLayout layout) {
        if (layout.photometric().paired()) {
            throw new Unsupported(
                    layout.photometric().term() + " of " + layout.bitsAllocated() + " bits a sample: not shown");
        }
    }

    private static byte[] interleave(byte[] planes, int samples) {
        if (samples == 1) {
            return planes;
        }
        byte[] out = new byte[planes.length];
        int plane = planes.length / samples;
        for (int s = 0; s < samples; s++) {
            for (int i = 0; i < plane; i++) {
                out[i * samples + s] = planes[s * plane + i];
            }
        }
        return out;
    }

    /** Y1 Y2 CB CR for each two pixels of a row; both pixels take that chroma (PS3.3 C.7.6.3.1.2). */
    private static StoredFrame unpack422(byte[] frame, FrameLayout layout) {
        int packedRow = layout.packedRowSamples();
        byte[] out = new byte[(int) layout.values()];
        int to = 0;
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                int pair = row * packedRow + column / 2 * 4;
                out[to++] = frame[pair + (column & 1)];
                out[to++] = frame[pair + 2];
                out[to++] = frame[pair + 3];
            }
        }
        byte[] stored = Arrays.copyOf(frame, layout.rows() * packedRow);
        return StoredFrame.of(layout.as(layout.photometric().fullChroma()), out).packedAs(stored);
    }
}
