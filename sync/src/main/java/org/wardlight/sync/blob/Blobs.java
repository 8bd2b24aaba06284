// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.wardlight.rendering.dicom.ByteSource;

/**
 * Bytes by content. Thread-safe. Never overwrites: same hash, same bytes. Knows nothing of studies. A crash at any moment
 * leaves every blob whole or absent.
 */
public interface Blobs {
    /** Stores all bytes of the stream, atomically, and returns their hash; storing the same bytes again changes nothing. */
    BlobHash put(InputStream bytes) throws IOException;

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
}
