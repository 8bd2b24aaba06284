// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.keep;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Leases that end with the process. */
public final class MemoryLeases implements Leases {
    private final Map<String, Instant> leases = new TreeMap<>();
    private final Clock clock;
    private Instant latest = Instant.MIN;

    public MemoryLeases(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Map<String, Instant> all() {
        return Map.copyOf(leases);
    }

    @Override
    public synchronized void put(String study, @Nullable Instant until) {
        if (until == null) {
            leases.remove(study);
        } else {
            leases.put(study, until);
        }
    }

    @Override
    public synchronized List<String> ended() {
        Instant now = clock.instant();
        latest = now.isAfter(latest) ? now : latest;
        return leases.entrySet().stream()
                .filter(lease -> !lease.getValue().isAfter(latest))
                .map(Map.Entry::getKey)
                .toList();
    }
}
