// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.EOFException;
import java.util.Objects;

/** A byte source over an array, which it takes over without copying. Thread-safe as long as nobody writes to the array. */
public final class MemoryByteSource implements ByteSource {
    private final byte[] bytes;

    public MemoryByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws EOFException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (position < 0 || position > bytes.length - (long) length) {
            throw new EOFException("bytes " + position + " + " + length + " of " + bytes.length);
        }
        System.arraycopy(bytes, (int) position, target, offset, length);
    }

    @Override
    public void close() {}
}
