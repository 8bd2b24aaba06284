// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.IOException;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.sync.sqlite.StoreFailure;

/** A staged blob of {@link SqliteBlobs} whose parts are written already, under a row without a hash. */
final class StagedInParts implements StagedBlob {
    private final SqliteBlobs blobs;
    private final long id;
    private final long size;
    private final BlobHash hash;
    private boolean kept;

    StagedInParts(SqliteBlobs blobs, long id, long size, BlobHash hash) {
        this.blobs = blobs;
        this.id = id;
        this.size = size;
        this.hash = hash;
    }

    @Override
    public BlobHash hash() {
        return hash;
    }

    @Override
    public ByteSource source() {
        return blobs.source(id, size);
    }

    @Override
    public void keep() throws IOException {
        kept = kept || blobs.keep(hash, id);
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            kept = true;
            try {
                blobs.drop(id);
            } catch (StoreFailure e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }
}
