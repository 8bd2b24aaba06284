// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.IOException;

/** Bytes are not those that their hash says. */
public final class IntegrityMismatch extends IOException {
    private static final long serialVersionUID = 1L;

    public IntegrityMismatch(BlobHash expected, BlobHash actual) {
        super("expected bytes of SHA-256 " + expected + ", got " + actual);
    }
}
