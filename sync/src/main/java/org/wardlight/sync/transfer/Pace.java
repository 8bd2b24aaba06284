// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Time and chance, from outside. */
public record Pace(Clock clock, Sleeper sleeper, RandomGenerator random) {
    /** Waits. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    /** Real time. */
    public static Pace real(RandomGenerator random) {
        return new Pace(Clock.systemUTC(), duration -> Thread.sleep(duration.toMillis()), random);
    }
}
