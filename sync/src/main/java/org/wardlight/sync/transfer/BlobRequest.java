// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.util.List;
import org.wardlight.sync.blob.BlobHash;

/**
 * What a receiver asks of {@code POST /sync/v1/blobs}.
 *
 * @param blobs in the order wanted, at most {@link #MOST}
 * @param deflate whether the receiver can inflate parts
 */
public record BlobRequest(List<Asked> blobs, boolean deflate) {
    /** Most blobs in one request. */
    public static final int MOST = 1024;

    public BlobRequest {
        if (blobs == null || blobs.size() > MOST) {
            throw new IllegalArgumentException("a request names at most " + MOST + " blobs");
        }
        blobs = List.copyOf(blobs);
    }

    /**
     * One blob from {@code offset} on.
     *
     * @param hash SHA-256 in lower-case hexadecimal
     * @param offset plain bytes that the receiver already has
     */
    public record Asked(String hash, long offset) {
        public Asked {
            if (offset < 0) {
                throw new IllegalArgumentException("negative offset into a blob");
            }
            hash = new BlobHash(hash).hex();
        }

        /** The hash as its type. */
        public BlobHash blob() {
            return new BlobHash(hash);
        }
    }
}
