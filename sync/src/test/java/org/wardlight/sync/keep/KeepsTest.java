// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.sync.account.MovableClock;
import org.wardlight.sync.sqlite.SqliteFile;

class KeepsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T07:10:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-27T18:00:00Z");

    @TempDir
    Path folder;

    private void each(BiConsumer<Keeps, MovableClock> test) {
        MovableClock one = new MovableClock();
        one.set(NOW);
        test.accept(Keeps.inMemory(one), one);
        MovableClock other = new MovableClock();
        other.set(NOW);
        try (SqliteFile file = SqliteFile.open(folder.resolve("catalog.sqlite"))) {
            test.accept(Keeps.in(file, other), other);
        }
    }

    @Test
    void a_lease_ends_by_the_clock() {
        each((keeps, clock) -> {
            Leases leases = keeps.leases();
            leases.put("1.1", FRIDAY);
            leases.put("1.2", FRIDAY.plusSeconds(1));
            assertThat(leases.ended()).isEmpty();
            clock.set(FRIDAY);
            assertThat(leases.ended()).containsExactly("1.1");
            leases.put("1.1", null);
            assertThat(leases.ended()).isEmpty();
            assertThat(leases.all()).isEqualTo(Map.of("1.2", FRIDAY.plusSeconds(1)));
        });
    }

    @Test
    void a_clock_that_is_set_back_prolongs_nothing() {
        each((keeps, clock) -> {
            clock.set(FRIDAY);
            assertThat(keeps.leases().ended()).isEmpty();
            clock.set(NOW);
            keeps.leases().put("1.1", FRIDAY.minusSeconds(1));
            assertThat(keeps.leases().ended()).containsExactly("1.1");
        });
    }

    @Test
    void what_a_device_says_replaces_what_it_said_and_is_forgotten_after_two_months() {
        each((keeps, clock) -> {
            Copies copies = keeps.copies();
            copies.put(new Copy("user:amy", "t", "Tablet", NOW, List.of(new Copy.Kept("1.1", false, null))));
            Copy now = new Copy("user:amy", "t", "Tablet", NOW, List.of(new Copy.Kept("1.1", true, FRIDAY)));
            Copy other = new Copy("user:bob", "t", "Tablet", NOW, List.of());
            copies.put(now);
            copies.put(other);
            assertThat(copies.all()).containsExactly(now, other);
            clock.set(NOW.plus(Duration.ofDays(61)));
            assertThat(copies.all()).isEmpty();
        });
    }
}
