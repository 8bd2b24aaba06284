// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import org.jspecify.annotations.Nullable;

/** An item is not kept; the message says why, for its sender. */
final class Rejection extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable Lost lost;

    Rejection(String reason) {
        this(reason, null);
    }

    /** @param lost what the item would have been; null when that is not known */
    Rejection(String reason, @Nullable Lost lost) {
        super(reason);
        this.lost = lost;
    }

    @Nullable
    Lost lost() {
        return lost;
    }

    /** An object that there is, by its UIDs, and that did not come whole. */
    record Lost(String study, String instance) {}
}
