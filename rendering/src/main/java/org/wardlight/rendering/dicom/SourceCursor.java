// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.IOException;

/**
 * Reads numbers and headers off a source through one buffer: small steps forward cost no read of the source, jumps over values cost
 * one. One thread.
 */
final class SourceCursor {
    private static final int BUFFER = 16 * 1024;

    private final ByteSource source;
    private final long size;
    private final byte[] buffer;
    private long bufferStart;
    private int buffered;
    private long position;

    SourceCursor(ByteSource source) {
        this.source = source;
        this.size = source.size();
        this.buffer = new byte[(int) Math.max(16, Math.min(BUFFER, size))];
    }

    ByteSource source() {
        return source;
    }

    long size() {
        return size;
    }

    long position() {
        return position;
    }

    void seek(long to) {
        position = to;
    }

    long remaining() {
        return size - position;
    }

    /** Unsigned byte at an offset from the position, which does not move. */
    int peek(int offset) throws IOException {
        return buffer[at(offset, 1)] & 0xFF;
    }

    int peek16(int offset, boolean bigEndian) throws IOException {
        int at = at(offset, 2);
        int first = buffer[at] & 0xFF;
        int second = buffer[at + 1] & 0xFF;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    long peek32(int offset, boolean bigEndian) throws IOException {
        long first = peek16(offset, bigEndian);
        long second = peek16(offset + 2, bigEndian);
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    /** A tag: group and element, each in the byte order. */
    int peekTag(int offset, boolean bigEndian) throws IOException {
        return peek16(offset, bigEndian) << 16 | peek16(offset + 2, bigEndian);
    }

    /** Reads bytes and moves past them. */
    byte[] take(int length) throws IOException {
        byte[] bytes = new byte[length];
        long inBuffer = position - bufferStart;
        if (inBuffer >= 0 && inBuffer + length <= buffered) {
            System.arraycopy(buffer, (int) inBuffer, bytes, 0, length);
        } else if (length <= buffer.length / 2) {
            System.arraycopy(buffer, at(0, length), bytes, 0, length);
        } else {
            source.read(position, bytes, 0, length);
        }
        position += length;
        return bytes;
    }

    /** Index in the buffer of {@code count} bytes at an offset from the position, filling the buffer when they are not in it. */
    private int at(int offset, int count) throws IOException {
        long start = position + offset;
        if (start < bufferStart || start + count > bufferStart + buffered) {
            int length = (int) Math.min(buffer.length, size - start);
            buffered = 0;
            source.read(start, buffer, 0, Math.max(length, count));
            bufferStart = start;
            buffered = length;
        }
        return (int) (start - bufferStart);
    }
}
