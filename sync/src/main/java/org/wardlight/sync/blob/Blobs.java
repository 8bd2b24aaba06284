// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.wardlight.rendering.dicom.ByteSource;

/**
 * Bytes by content. Thread-safe. Never overwrites: same hash, same bytes. Knows nothing of studies. A crash at any moment
 * leaves every blob whole or absent.
 */
public interface Blobs {
    /**
     * Takes in and hashes all bytes of the stream, without making them a blob yet. The stream is not closed. When it throws, nothing
     * is left.
     */
    StagedBlob stage(InputStream bytes) throws IOException;

    /** Stores all bytes of the stream, atomically, and returns their hash; storing the same bytes again changes nothing. */
    default BlobHash put(InputStream bytes) throws IOException {
        try (StagedBlob staged = stage(bytes)) {
            staged.keep();
            return staged.hash();
        }
    }

    /**
     * Opens a blob for ranged reads; the caller closes it.
     *
     * @throws BlobMissing when there is no such blob
     */
    ByteSource open(BlobHash hash) throws IOException;

    /** The size in bytes; empty when there is no such blob. */
    OptionalLong size(BlobHash hash) throws IOException;

    /** Removes a blob; nothing happens when there is none. Sources that are already open may fail from now on. */
    void delete(BlobHash hash) throws IOException;

    /** Hands over hash and size of every blob, in no stated order; blobs that come or go meanwhile may be missed. */
    void forEach(BiConsumer<BlobHash, Long> action) throws IOException;
}
