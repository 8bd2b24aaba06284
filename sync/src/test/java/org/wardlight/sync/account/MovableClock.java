// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets. */
public final class MovableClock extends Clock {
    private Instant now = Instant.parse("2026-11-25T07:10:00.5Z");

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public void set(Instant to) {
        now = to;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
