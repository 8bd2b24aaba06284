// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.mark;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wardlight.sync.account.Caller;

/** Marks that end with the process. */
public final class MemoryMarkBook implements MarkBook {
    private final Clock clock;
    private final List<KeptMark> versions = new ArrayList<>();

    public MemoryMarkBook(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized List<KeptMark> of(String study) {
        Map<String, KeptMark> newest = new LinkedHashMap<>();
        versions.stream().filter(mark -> mark.study().equals(study)).forEach(mark -> newest.put(mark.id(), mark));
        return newest.values().stream().filter(mark -> mark.shape() != null).toList();
    }

    @Override
    public synchronized Outcome put(String study, MarkChange change, Caller by) {
        Optional<KeptMark> same = versions.stream()
                .filter(mark -> mark.change().equals(change.change()))
                .findFirst();
        Optional<KeptMark> newest = versions.stream()
                .filter(mark -> mark.id().equals(change.id()))
                .max(Comparator.comparingInt(KeptMark::version));
        Outcome outcome = Outcome.of(same, newest, study, change);
        if (!outcome.isKept() || same.isPresent()) {
            return outcome;
        }
        KeptMark kept = KeptMark.after(change, study, by, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        versions.add(kept);
        return new Outcome(true, kept);
    }
}
