// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which files have stopped growing: those that looked the same for long enough. Pure but for what it remembers. One thread. */
final class Ripening<K> {
    private final Duration rest;
    private final Map<K, Seen> seen = new HashMap<>();

    /** How a file looks from outside. */
    record Look(long bytes, Instant modified) {}

    private record Seen(Look look, Instant since, boolean dealtWith) {}

    /** @param rest how long a file must look the same */
    Ripening(Duration rest) {
        this.rest = rest;
    }

    /** Whether a file that looks like this now is ready, and was not dealt with as it is. */
    boolean isRipe(K file, Look look, Instant now) {
        Seen before = seen.get(file);
        if (before == null || !before.look().equals(look)) {
            seen.put(file, new Seen(look, now, false));
            return false;
        }
        return !before.dealtWith() && !before.since().plus(rest).isAfter(now);
    }

    /** It is left alone from now on, until it changes. */
    void dealtWith(K file) {
        seen.computeIfPresent(file, (key, before) -> new Seen(before.look(), before.since(), true));
    }

    /** Forgets all files but these. */
    void retain(Set<K> there) {
        seen.keySet().retainAll(there);
    }
}
