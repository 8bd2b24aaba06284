// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.account.AuditEntry.Action;
import org.wardlight.sync.account.AuditEntry.Outcome;

/** The audit: entries are added and read, never changed. Thread-safe. */
public interface AuditLog {
    /** The hash before the first entry. */
    String FIRST = "0".repeat(64);

    /** Adds an entry, on disk before this returns. */
    AuditEntry add(Event event);

    /** Entries with an id below {@code before}, newest first, at most {@code limit}; of one study when that is given. */
    List<AuditEntry> page(long before, int limit, @Nullable String study);

    /** The first entry whose hash does not follow from the one before it; empty when the chain is whole. */
    OptionalLong broken();

    /** What {@link #add} is told; see {@link AuditEntry}. */
    record Event(
            String actor,
            String origin,
            Action action,
            Outcome outcome,
            @Nullable String study,
            @Nullable String detail) {}
}
