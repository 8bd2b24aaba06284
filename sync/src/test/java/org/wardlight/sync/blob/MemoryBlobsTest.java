// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.blob;

import java.nio.file.Path;

class MemoryBlobsTest extends PartialBlobsContract {
    @Override
    Blobs open(Path folder) {
        return new MemoryBlobs();
    }
}
