// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * What one run of some work takes of its thread, once it is compiled.
 *
 * @param millis processor time, the least of some runs' means
 * @param bytes allocated in Java
 */
record ThreadCost(double millis, double bytes) {
    private static final long WARM_NANOS = 1_200_000_000L;
    private static final long ROUND_NANOS = 150_000_000L;
    private static final int ROUNDS = 3;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @FunctionalInterface
    interface Work {
        Object run() throws IOException;
    }

    static ThreadCost of(Work work) throws IOException {
        round(work, WARM_NANOS);
        ThreadCost best = round(work, ROUND_NANOS);
        for (int i = 1; i < ROUNDS; i++) {
            ThreadCost next = round(work, ROUND_NANOS);
            best = next.millis < best.millis ? next : best;
        }
        return best;
    }

    private static ThreadCost round(Work work, long nanos) throws IOException {
        long thread = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long start = THREADS.getCurrentThreadCpuTime();
        int runs = 0;
        int used = 0;
        while (THREADS.getCurrentThreadCpuTime() - start < nanos) {
            used += work.run().hashCode() & 1;
            runs++;
        }
        double millis = (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / runs;
        return new ThreadCost(used < 0 ? 0 : millis, (THREADS.getThreadAllocatedBytes(thread) - bytes) / (double) runs);
    }
}
