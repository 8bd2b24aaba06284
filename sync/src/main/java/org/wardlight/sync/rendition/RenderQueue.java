// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.util.concurrent.Executor;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The threads that render, and who is next: the one that has waited longest, where bulk work counts as having come later
 * than it did. So interactive requests pass a manifest's hundreds of tiles, and these still end. Thread-safe; close it.
 */
final class RenderQueue implements AutoCloseable {
    private final ThreadPoolExecutor threads;
    private final LongSupplier nanos;
    private final AtomicLong sequence = new AtomicLong();

    RenderQueue(int threadCount, LongSupplier nanos) {
        this.nanos = nanos;
        AtomicLong names = new AtomicLong();
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task, "render-" + names.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        threads = new ThreadPoolExecutor(
                threadCount, threadCount, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), factory);
    }

    /** An executor whose tasks have that urgency. */
    Executor at(Urgency urgency) {
        return task -> threads.execute(
                new Turn(task, nanos.getAsLong() + urgency.givesWay().toNanos(), sequence.incrementAndGet()));
    }

    int threads() {
        return threads.getCorePoolSize();
    }

    /** Ends after what runs now; what waits is dropped. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private record Turn(Runnable task, long dueNanos, long sequence) implements Runnable, Comparable<Turn> {
        @Override
        public void run() {
            task.run();
        }

        @Override
        public int compareTo(Turn other) {
            // Differences, since nanosecond clocks may wrap.
            int byTime = Long.signum(dueNanos - other.dueNanos);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }
}
