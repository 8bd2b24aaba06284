// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again, and when to give up: doubling from {@code first} to {@code longest}, of which each
 * wait is a random half to whole, so that a ward of laptops does not come back in step.
 *
 * @param first the first wait
 * @param longest the longest wait
 * @param attempts failures without any progress after which to give up, at least 1
 */
public record BackOff(Duration first, Duration longest, int attempts) {
    public static final BackOff STANDARD = new BackOff(Duration.ofMillis(250), Duration.ofSeconds(30), 12);

    public BackOff {
        if (first.isNegative() || longest.compareTo(first) < 0 || attempts < 1) {
            throw new IllegalArgumentException("back-off: waits must grow and at least one attempt be made");
        }
    }

    /** The wait after the given failure in a row, from 1. */
    public Duration wait(int failure, RandomGenerator random) {
        long whole = first.toMillis();
        for (int i = 1; i < failure && whole < longest.toMillis(); i++) {
            whole = Math.min(longest.toMillis(), whole * 2);
        }
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }

    /** Whether so many failures in a row are too many. */
    public boolean isSpent(int failures) {
        return failures >= attempts;
    }
}
