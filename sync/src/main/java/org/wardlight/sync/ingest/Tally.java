// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts outcomes. One thread. */
final class Tally {
    private final Map<Outcome.Kind, Long> counts = new EnumMap<>(Outcome.Kind.class);
    private final List<Outcome> problems = new ArrayList<>();
    private long bytes;

    void count(Outcome outcome) {
        counts.merge(outcome.kind(), 1L, Long::sum);
        switch (outcome.kind()) {
            case ADDED -> bytes += outcome.bytes();
            case CONFLICT -> {
                bytes += outcome.bytes();
                problem(outcome);
            }
            case REJECTED -> problem(outcome);
            case DUPLICATE -> {
                // nothing came to be
            }
        }
    }

    private void problem(Outcome outcome) {
        if (problems.size() < IngestReport.MOST) {
            problems.add(outcome);
        }
    }

    IngestReport report() {
        return new IngestReport(
                of(Outcome.Kind.ADDED),
                of(Outcome.Kind.DUPLICATE),
                of(Outcome.Kind.CONFLICT),
                of(Outcome.Kind.REJECTED),
                bytes,
                problems);
    }

    private long of(Outcome.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
