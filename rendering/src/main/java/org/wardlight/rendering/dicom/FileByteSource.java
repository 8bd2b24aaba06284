// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that is read by range. Thread-safe: readers take turns. Not a file channel on purpose: that closes itself when one of
 * its readers is interrupted.
 */
public final class FileByteSource implements ByteSource {
    private final RandomAccessFile file;
    private final long size;

    private FileByteSource(RandomAccessFile file, long size) {
        this.file = file;
        this.size = size;
    }

    /** Opens a file for reading; its size is taken once, now. */
    public static FileByteSource open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        try {
            return new FileByteSource(file, file.length());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (position < 0 || position > size - length) {
            throw new EOFException("bytes " + position + " + " + length + " of " + size);
        }
        synchronized (file) {
            file.seek(position);
            file.readFully(target, offset, length);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
