// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.EOFException;
import org.wardlight.rendering.dicom.ByteSource;

/** Ranged reads from an array. */
record BytesSource(byte[] bytes) implements ByteSource {
    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws EOFException {
        Ranges.check(position, length, bytes.length);
        System.arraycopy(bytes, (int) position, target, offset, length);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
