// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the change log.
 *
 * @param cursor grows by every entry, never used twice
 * @param series null when the whole study is meant
 * @param instance null when a series or study is meant
 */
public record Change(
        long cursor,
        Instant at,
        Op op,
        String study,
        @Nullable String series,
        @Nullable String instance) {
    /** What happened; lower case on the wire. */
    public enum Op {
        /** An object came. */
        ADDED,
        /** An object came that is kept but not shown: see {@link Standing}. */
        FLAGGED,
        /** The study, series or object was removed: every copy of it must go. */
        REMOVED,
        /** The study is under another identity now: see {@link Amendments#corrections}. */
        CORRECTED,
        /** A deletion was taken back: the study's objects may come again. */
        RESTORED
    }
}
