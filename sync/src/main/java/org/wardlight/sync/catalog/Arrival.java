// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a study is here. Nobody can know that a study is whole before somebody has said how many objects it has: until then one
 * whose last object came less than a minute ago is taken to be arriving.
 *
 * @param study Study Instance UID
 * @param have how many objects are here, flagged ones included
 * @param expected how many there are, as its source says; null when nobody said
 * @param lastAt when the last one came; null when that was not noted
 */
public record Arrival(
        String study,
        int have,
        @Nullable Integer expected,
        @Nullable Instant lastAt) {
    /** Whether as many are here as there are. */
    public boolean isSettled() {
        return expected != null && expected == have;
    }

    /** How many there are, once a source ended that named so many objects without having them. */
    int settledWith(int named) {
        return Math.max(have + named, expected == null ? 0 : expected);
    }

    /** How many are known to be elsewhere still. */
    public int missing() {
        return expected == null ? 0 : Math.max(0, expected - have);
    }
}
