// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.IOException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.MemoryByteSource;

/** A staged blob of {@link SqliteBlobs} that is short enough to be written at once, when it is kept. */
final class StagedInMemory implements StagedBlob {
    private final SqliteBlobs blobs;
    private final byte[] bytes;
    private final BlobHash hash;

    StagedInMemory(SqliteBlobs blobs, byte[] bytes) {
        this.blobs = blobs;
        this.bytes = bytes;
        hash = BlobHash.hashing(bytes);
    }

    @Override
    public BlobHash hash() {
        return hash;
    }

    @Override
    public ByteSource source() {
        return new MemoryByteSource(bytes);
    }

    @Override
    public void keep() throws IOException {
        blobs.keep(hash, bytes);
    }

    @Override
    public void close() {
        // nothing was written
    }
}
