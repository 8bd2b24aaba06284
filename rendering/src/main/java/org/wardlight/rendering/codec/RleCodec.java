// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.wardlight.rendering.RenderingException.MalformedDicom;

/**
 * RLE Lossless (PS3.5 Annex G). A header of sixteen little-endian numbers (count, then offsets) and one PackBits segment for each
 * byte of each sample, the most significant byte first. Colour is always plane by plane, whatever Planar Configuration says.
 */
final class RleCodec implements FrameCodec {
    private static final int HEADER_BYTES = 64;

    @Override
    public StoredFrame decode(byte[] frame, FrameLayout layout) {
        FrameLayout decoded = layout.as(fullChroma(layout.photometric()));
        int width = layout.valueBytes();
        if (layout.bitsAllocated() == 1) {
            throw new MalformedDicom("RLE with Bits Allocated (0028,0100) 1, which PS3.5 8.2.2 does not allow");
        }
        int[] starts = segments(frame, layout.samples() * width);
        byte[] bytes = new byte[(int) layout.decodedBytes()];
        for (int s = 0; s + 1 < starts.length; s++) {
            int sample = s / width;
            int byteInSample = width - 1 - s % width;
            unpack(frame, starts[s], starts[s + 1], bytes, sample * width + byteInSample, layout.samples() * width, s);
        }
        return values(bytes, decoded);
    }

    private static Photometric fullChroma(Photometric header) {
        return header.fullChroma();
    }

    /** Where each segment starts, and where the last one ends. */
    private static int[] segments(byte[] frame, int expected) {
        if (frame.length < HEADER_BYTES) {
            throw new MalformedDicom(
                    "the RLE frame has " + frame.length + " bytes, its header alone needs " + HEADER_BYTES);
        }
        ByteBuffer header = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        int count = header.getInt(0);
        if (count != expected) {
            throw new MalformedDicom("the RLE header has " + count + " segments, expected " + expected);
        }
        int[] starts = new int[count + 1];
        starts[count] = frame.length;
        int previous = HEADER_BYTES;
        for (int s = 0; s < count; s++) {
            starts[s] = header.getInt(4 + 4 * s);
            if (starts[s] < previous || starts[s] > frame.length) {
                throw new MalformedDicom("RLE segment " + s + " starts at byte " + starts[s] + ", expected " + previous
                        + " to " + frame.length);
            }
            previous = starts[s];
        }
        return starts;
    }

    /** One segment into every {@code stride}th byte; what it holds past the frame's end is padding and is left (G.3.1). */
    private static void unpack(byte[] in, int from, int end, byte[] out, int first, int stride, int segment) {
        int read = from;
        int write = first;
        while (write < out.length) {
            if (read >= end) {
                throw tooShort(segment, (write - first) / stride, out.length / stride);
            }
            int control = in[read++];
            if (control >= 0) {
                int count = control + 1;
                if (end - read < count) {
                    throw tooShort(segment, (write - first) / stride, out.length / stride);
                }
                for (int i = 0; i < count && write < out.length; i++, write += stride) {
                    out[write] = in[read + i];
                }
                read += count;
            } else if (control != -128) {
                if (read >= end) {
                    throw tooShort(segment, (write - first) / stride, out.length / stride);
                }
                byte value = in[read++];
                for (int i = 0; i <= -control && write < out.length; i++, write += stride) {
                    out[write] = value;
                }
            }
        }
    }

    private static MalformedDicom tooShort(int segment, int found, int expected) {
        return new MalformedDicom("RLE segment " + segment + " ends after " + found + " of " + expected + " bytes");
    }

    private static StoredFrame values(byte[] bytes, FrameLayout layout) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ValueFit fit = ValueFit.of(layout);
        if (layout.bitsAllocated() == 8) {
            fit.apply(bytes);
            return StoredFrame.of(layout, bytes);
        }
        if (layout.bitsAllocated() == 16) {
            short[] words = new short[bytes.length / 2];
            buffer.asShortBuffer().get(words);
            fit.apply(words);
            return StoredFrame.of(layout, words);
        }
        int[] words = new int[bytes.length / 4];
        buffer.asIntBuffer().get(words);
        fit.apply(words);
        return StoredFrame.of(layout, words);
    }
}
