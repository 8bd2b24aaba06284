// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.keep;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies that end with the process. */
public final class MemoryCopies implements Copies {
    private final Map<List<String>, Copy> copies = new HashMap<>();
    private final Clock clock;

    public MemoryCopies(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void put(Copy copy) {
        copies.put(List.of(copy.owner(), copy.id()), copy);
    }

    @Override
    public synchronized List<Copy> all() {
        return copies.values().stream()
                .filter(copy -> copy.at().isAfter(clock.instant().minus(FORGOTTEN)))
                .sorted(Comparator.comparing(Copy::name).thenComparing(Copy::owner))
                .toList();
    }
}
