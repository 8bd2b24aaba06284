// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Collects objects of one source, so that several share a transaction: up to {@value #MOST}, or what comes in a fifth of a second.
 * One thread.
 */
final class Batch implements IngestSink {
    private static final int MOST = 64;
    private static final long PATIENCE_NANOS = Duration.ofMillis(200).toNanos();

    private final Intake intake;
    private final Function<List<Taken>, List<Outcome>> store;
    private final IngestListener progress;
    private final Whole whole;
    private final List<Taken> waiting = new ArrayList<>();
    private final Tally tally = new Tally();
    private long since;

    Batch(Intake intake, Function<List<Taken>, List<Outcome>> store, IngestListener progress, Whole whole) {
        this.intake = intake;
        this.store = store;
        this.progress = progress;
        this.whole = whole;
    }

    @Override
    public void accept(IngestItem item) throws IOException {
        add(intake.take(item));
    }

    @Override
    public void problem(String name, String reason) {
        add(Taken.rejected(name, reason));
    }

    @Override
    public void missing(String study, String instance) {
        whole.lost(new Rejection.Lost(study, instance));
    }

    private void add(Taken taken) {
        if (taken.object() != null) {
            whole.came(taken.object().study().study());
        } else if (taken.lost() != null) {
            whole.lost(taken.lost());
        }
        if (waiting.isEmpty()) {
            since = System.nanoTime();
        }
        waiting.add(taken);
        if (waiting.size() == MOST || System.nanoTime() - since > PATIENCE_NANOS) {
            flush();
        }
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            List<Outcome> outcomes = store.apply(List.copyOf(waiting));
            waiting.clear();
            outcomes.forEach(tally::count);
            progress.stored(outcomes);
        }
    }

    /** Stores what still waits, and says that the source has ended. */
    IngestReport finish() {
        flush();
        whole.settle();
        return tally.report();
    }
}
