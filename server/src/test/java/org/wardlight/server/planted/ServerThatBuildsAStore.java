// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.planted;

import org.wardlight.sync.blob.MemoryBlobs;

/** Wrong on purpose: LayersTest must find it. */
public final class ServerThatBuildsAStore {
    private ServerThatBuildsAStore() {}

    public static Object build() {
        return new MemoryBlobs();
    }
}
