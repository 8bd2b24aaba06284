// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.IOException;
import java.security.MessageDigest;
import org.wardlight.rendering.dicom.ByteSource;

/** The hash of bytes that are too many to hold. */
public final class Hashing {
    private static final int STEP = 64 << 10;

    private Hashing() {}

    /** Reads a source from start to end. */
    public static BlobHash of(ByteSource source) throws IOException {
        MessageDigest digest = BlobHash.digest();
        byte[] buffer = new byte[STEP];
        for (long at = 0; at < source.size(); at += STEP) {
            int length = (int) Math.min(STEP, source.size() - at);
            source.read(at, buffer, 0, length);
            digest.update(buffer, 0, length);
        }
        return BlobHash.of(digest.digest());
    }
}
