// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.io.IOException;

/** There is no blob of that hash here. */
public final class BlobMissing extends IOException {
    private static final long serialVersionUID = 1L;

    public BlobMissing(BlobHash hash) {
        super("no blob " + hash);
    }
}
