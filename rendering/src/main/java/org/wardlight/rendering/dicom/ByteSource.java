// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.Closeable;
import java.io.IOException;

/** Random access to the bytes of one object. Thread-safe; positions and sizes are in bytes and may exceed 4 GiB. */
public interface ByteSource extends Closeable {
    /** The number of bytes, fixed for the life of the source. */
    long size();

    /**
     * Reads exactly {@code length} bytes from {@code position} into {@code target} at {@code offset}.
     *
     * @throws java.io.EOFException when the range ends past {@link #size()}; nothing can be said of the target then
     */
    void read(long position, byte[] target, int offset, int length) throws IOException;
}
