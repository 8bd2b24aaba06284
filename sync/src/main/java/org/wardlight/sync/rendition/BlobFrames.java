// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.io.IOException;
import org.wardlight.rendering.RenderingException.Unsupported;
import org.wardlight.rendering.codec.StoredFrame;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;

/** Reads frames from blobs. Thread-safe. */
final class BlobFrames implements FrameReader {
    BlobFrames(Blobs blobs, CacheLimits limits) {}

    @Override
    public Identity identity(BlobHash object) throws IOException {
        throw new Unsupported("reading of objects follows");
    }

    @Override
    public StoredFrame decode(BlobHash object, int frame) throws IOException {
        throw new Unsupported("reading of objects follows");
    }
}
