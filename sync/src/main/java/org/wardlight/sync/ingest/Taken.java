// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import org.jspecify.annotations.Nullable;
import org.wardlight.sync.catalog.NewInstance;
import org.wardlight.sync.catalog.Stored;

/**
 * An item whose bytes are a blob by now, but that has no rows yet; or one that was turned away.
 *
 * @param reason why it was turned away, in words; empty when it was not
 * @param object null when it was turned away
 * @param lost what was turned away and is therefore not here; null when that is not known
 */
record Taken(String name, String reason, @Nullable NewInstance object, Rejection.@Nullable Lost lost) {
    static Taken of(String name, NewInstance object) {
        return new Taken(name, "", object, null);
    }

    static Taken rejected(String name, String reason) {
        return new Taken(name, reason, null, null);
    }

    static Taken rejected(String name, Rejection why) {
        return new Taken(name, String.valueOf(why.getMessage()), null, why.lost());
    }

    /** What to tell of it once it is stored, or was turned away. */
    Outcome outcome(@Nullable Stored stored) {
        if (stored == Stored.DELETED) {
            return new Outcome(name, Outcome.Kind.REJECTED, stored.reason(), 0, null);
        }
        if (object == null || stored == null) {
            return new Outcome(name, Outcome.Kind.REJECTED, reason, 0, null);
        }
        Outcome.Kind kind = stored.isConflict()
                ? Outcome.Kind.CONFLICT
                : stored == Stored.DUPLICATE ? Outcome.Kind.DUPLICATE : Outcome.Kind.ADDED;
        return new Outcome(name, kind, stored.reason(), object.instance().bytes(), object);
    }
}
