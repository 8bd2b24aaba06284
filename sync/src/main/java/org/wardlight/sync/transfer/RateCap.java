// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets at most so many bytes a second through, by making the reader wait; the sender then waits too. One thread. */
final class RateCap {
    private static final long NANOS = 1_000_000_000L;
    /** A pause in the stream is not saved up for later beyond this. */
    private static final long BURST_NANOS = NANOS / 10;

    private final long bytesPerSecond;
    private final LongSupplier nanos;
    private final Pace.Sleeper sleeper;
    private long paidUntil;

    /** A cap; 0 bytes a second means none. */
    RateCap(long bytesPerSecond, LongSupplier nanos, Pace.Sleeper sleeper) {
        this.bytesPerSecond = bytesPerSecond;
        this.nanos = nanos;
        this.sleeper = sleeper;
        this.paidUntil = nanos.getAsLong() - BURST_NANOS;
    }

    /** Waits until these bytes were allowed to come. */
    void took(int bytes) throws InterruptedException {
        if (bytesPerSecond <= 0) {
            return;
        }
        long now = nanos.getAsLong();
        paidUntil = Math.max(paidUntil, now - BURST_NANOS) + bytes * NANOS / bytesPerSecond;
        if (paidUntil > now) {
            sleeper.sleep(Duration.ofNanos(paidUntil - now));
        }
    }
}
