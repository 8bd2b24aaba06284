// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An audit that ends with the process. */
public final class MemoryAuditLog implements AuditLog {
    private final Clock clock;
    private final List<AuditEntry> entries = new ArrayList<>();

    public MemoryAuditLog(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized AuditEntry add(Event event) {
        String before =
                entries.isEmpty() ? FIRST : entries.get(entries.size() - 1).hash();
        AuditEntry entry =
                AuditChain.next(event, entries.size() + 1L, clock.instant().truncatedTo(ChronoUnit.MILLIS), before);
        entries.add(entry);
        return entry;
    }

    @Override
    public synchronized List<AuditEntry> page(long before, int limit, @Nullable String study) {
        return IntStream.range(0, entries.size())
                .mapToObj(i -> entries.get(entries.size() - 1 - i))
                .filter(entry -> entry.id() < before)
                .filter(entry -> study == null || study.equals(entry.study()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized OptionalLong broken() {
        return AuditChain.broken(entries.iterator());
    }
}
