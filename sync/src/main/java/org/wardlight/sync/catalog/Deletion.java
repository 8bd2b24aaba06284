// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Instant;

/**
 * A person deleted something; this stays when it is gone.
 *
 * @param by who did it, by name
 * @param reason in words; may be empty
 * @param again what happens when it is sent again
 */
public record Deletion(Place place, String by, Instant at, String reason, Again again) {
    /** What to do with a deleted object that is sent again; lower case on the wire. */
    public enum Again {
        /** Turn it away: it must not come back by itself. */
        REFUSE,
        /** Take it in, and say that it had been deleted: a better copy is awaited. */
        TAKE
    }
}
