// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.tile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits into bytes, the first bit lowest (RFC 1951 3.1.1). Grows as needed; one thread. */
final class BitSink {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SLACK = 64;

    private byte[] bytes;
    private int size;
    private long bits;
    private int waiting;

    BitSink(int expected) {
        bytes = new byte[expected + SLACK];
    }

    /** Makes room for so many bytes more: no {@link #put} does. */
    void reserve(int more) {
        int needed = Math.addExact(size, more) + SLACK;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + bytes.length / 2));
        }
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
        return size;
    }

    /** What is written so far, at the start of a longer array. */
    byte[] bytes() {
        return bytes;
    }
}
