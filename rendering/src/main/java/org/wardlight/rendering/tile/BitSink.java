// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Bits into bytes, the first bit lowest (RFC 1951 3.1.1). Grows by pieces that are filled to their end, so that little more is taken than is written; one thread. */
final class BitSink {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SLACK = 64;
    private static final int PIECE = 32 * 1024;

    private final List<byte[]> pieces = new ArrayList<>();
    /** Bytes in the pieces. */
    private int filled;
    /** What comes after them. */
    private byte[] bytes = new byte[SLACK];

    private int size;
    private long bits;
    private int waiting;

    /** Makes room for so many bytes more: no {@link #put} does. */
    void reserve(int more) {
        pour();
        if (Math.addExact(more, SLACK) > bytes.length) {
            bytes = new byte[more + SLACK];
        }
    }

    private void pour() {
        for (int from = 0; from < size; ) {
            int at = filled % PIECE;
            if (at == 0) {
                pieces.add(new byte[PIECE]);
            }
            int count = Math.min(PIECE - at, size - from);
            System.arraycopy(bytes, from, pieces.get(pieces.size() - 1), at, count);
            from += count;
            filled = Math.addExact(filled, count);
        }
        size = 0;
    }

    /** @param value no more than its lowest {@code count} bits set; @param count at most 32 */
    void put(int value, int count) {
        bits |= (long) value << waiting;
        waiting += count;
        if (waiting >= 32) {
            INTS.set(bytes, size, (int) bits);
            size += 4;
            bits >>>= 32;
            waiting -= 32;
        }
    }

    /** Fills the byte that has begun, and takes all out that waits. */
    void align() {
        for (; waiting > 0; waiting -= 8) {
            bytes[size++] = (byte) bits;
            bits >>>= 8;
        }
        waiting = 0;
        bits = 0;
    }

    /** Whole bytes; after {@link #align}. */
    int size() {
        return filled + size;
    }

    void copyTo(byte[] target, int at) {
        pour();
        for (int from = 0; from < filled; from += PIECE) {
            System.arraycopy(pieces.get(from / PIECE), 0, target, at + from, Math.min(PIECE, filled - from));
        }
    }

    void sum(CRC32 crc) {
        pour();
        for (int from = 0; from < filled; from += PIECE) {
            crc.update(pieces.get(from / PIECE), 0, Math.min(PIECE, filled - from));
        }
    }
}
