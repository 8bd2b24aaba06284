// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.amend;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.FileByteSource;

/** A file that is there as long as it is open: however long a copy is, none of it is held in memory. Thread-safe. */
final class TemporarySource implements ByteSource {
    private final Path file;
    private final ByteSource source;

    private TemporarySource(Path file) throws IOException {
        this.file = file;
        source = FileByteSource.open(file);
    }

    /** Writes what is to be read. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static TemporarySource of(Writing writing) throws IOException {
        Path file = Files.createTempFile("wardlight-copy", ".dcm");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                writing.to(out);
            }
            return new TemporarySource(file);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    @Override
    public long size() {
        return source.size();
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        source.read(position, target, offset, length);
    }

    @Override
    public void close() throws IOException {
        try {
            source.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
