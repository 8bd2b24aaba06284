// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import org.jspecify.annotations.Nullable;
import org.wardlight.sync.catalog.NewInstance;

/**
 * What became of one item.
 *
 * @param name as its source names it
 * @param reason in words why it was rejected or flagged, else empty
 * @param bytes of the item, 0 when it was not read to its end
 * @param object what it says of itself; null when it was rejected
 */
public record Outcome(
        String name,
        Kind kind,
        String reason,
        long bytes,
        @Nullable NewInstance object) {
    /** Words for counting and for the wire (lower case). */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It was here, the same to the last byte. */
        DUPLICATE,
        /** It is kept and flagged, since it contradicts what was here. */
        CONFLICT,
        /** It is not kept. */
        REJECTED
    }
}
