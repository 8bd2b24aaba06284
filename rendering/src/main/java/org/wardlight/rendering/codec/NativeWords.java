// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/** Uncompressed frames of 16 bits allocated, read a piece at a time: their bytes are never held as a whole. */
public final class NativeWords {
    private static final int PIECE = 64 * 1024;

    private NativeWords() {}

    /** The bytes of one frame. */
    @FunctionalInterface
    public interface Pieces {
        /** Reads {@code count} bytes from byte {@code from} of the frame on to the start of {@code target}. */
        void read(long from, byte[] target, int count) throws IOException;
    }

    /** Whether frames of this layout can be read so: grey, where samples have no order to be changed. */
    public static boolean takes(FrameLayout layout) {
        return layout.bitsAllocated() == 16 && layout.samples() == 1 && !layout.floating();
    }

    /** The stored values of a frame in little endian. */
    public static StoredFrame read(FrameLayout layout, Pieces pieces) throws IOException {
        short[] out = new short[Math.toIntExact(layout.values())];
        byte[] piece = new byte[Math.min(PIECE, 2 * out.length)];
        ShortBuffer words =
                ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        for (int at = 0; at < out.length; ) {
            int count = Math.min(piece.length / 2, out.length - at);
            pieces.read(2L * at, piece, 2 * count);
            words.get(0, out, at, count);
            at += count;
        }
        ValueFit.of(layout).apply(out);
        return StoredFrame.of(layout.as(layout.photometric()), out);
    }
}
