// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.IOException;

/**
 * Blobs that arrive in parts. What was appended survives the end of the process at any moment, {@code kill -9} included; a blob is
 * not to be seen in {@link Blobs} before all of it is here and verified. Thread-safe, one writer for each hash.
 */
public interface PartialBlobs {
    /** Plain bytes of this blob kept so far, from its start: where to go on. 0 when nothing is, its size when it is whole. */
    long have(BlobHash hash) throws IOException;

    /**
     * Adds bytes at the end of what is kept. Cheapest when {@code offset} is a multiple of 64 KiB and the length at most that.
     *
     * @param offset where they belong; must equal {@link #have}
     * @throws IllegalArgumentException when it does not, so that a gap can never arise
     */
    void append(BlobHash hash, long offset, byte[] bytes) throws IOException;

    /**
     * Makes all that was appended a blob if its SHA-256 is this hash. Changes nothing when the blob is there already.
     *
     * @throws IntegrityMismatch when the bytes are others; they are dropped, and fetching begins again from 0
     */
    void complete(BlobHash hash) throws IOException;

    /** Drops what was kept of a blob that is not whole; nothing happens when there is nothing. */
    void discard(BlobHash hash) throws IOException;

    /** The check that every implementation begins an append with. */
    static void requireNoGap(long have, long offset) {
        if (have != offset) {
            throw new IllegalArgumentException("bytes at " + offset + " cannot follow the " + have + " that are here");
        }
    }
}
