// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class ChildPoolTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private final ChildPool pool = new ChildPool(FaultService.class, new ChildLimits(64, 400), 1);

    @AfterEach
    void end() {
        pool.close();
    }

    private String ask(String what, Duration limit) throws IOException {
        return pool.ask(limit, (in, out) -> {
            out.writeUTF(what);
            out.flush();
            return in.readUTF();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"crash", "kill"})
    void a_crash_is_the_fault_of_that_request_and_the_next_one_is_answered(String how) throws IOException {
        assertThat(ask("sound", LONG)).isEqualTo("sound");

        assertThatThrownBy(() -> ask(how, LONG))
                .isInstanceOf(ChildFault.class)
                .hasMessageContaining("ended unexpectedly");

        assertThat(ask("sound", LONG)).isEqualTo("sound");
    }

    @Test
    void what_hangs_is_stopped_at_its_time_limit_and_the_next_one_is_answered() throws IOException {
        assertThat(ask("sound", LONG)).isEqualTo("sound");
        long from = System.nanoTime();

        assertThatThrownBy(() -> ask("hang", Duration.ofMillis(300)))
                .isInstanceOfSatisfying(
                        ChildFault.class, fault -> assertThat(fault.reason()).isEqualTo(ChildFault.Reason.TIME));

        assertThat(System.nanoTime() - from).isLessThan(Duration.ofSeconds(5).toNanos());
        assertThat(ask("sound", LONG)).isEqualTo("sound");
    }

    @Test
    void what_eats_memory_is_stopped_and_the_next_one_is_answered() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "memory is watched on Linux only");

        assertThatThrownBy(() -> ask("eat", LONG))
                .isInstanceOfSatisfying(
                        ChildFault.class, fault -> assertThat(fault.reason()).isNotEqualTo(ChildFault.Reason.TIME));

        assertThat(ask("sound", LONG)).isEqualTo("sound");
    }

    @Test
    void what_a_library_prints_does_not_get_into_an_answer() throws IOException {
        assertThat(ask("print", LONG)).isEqualTo("sound");
        assertThat(ask("sound", LONG)).isEqualTo("sound");
    }

    @Test
    void one_child_serves_many_requests() throws IOException {
        assertThat(ask("sound", LONG)).isEqualTo("sound");
        Set<Long> first = children();
        for (int i = 0; i < 200; i++) {
            assertThat(ask("sound", LONG)).isEqualTo("sound");
        }
        // A child that an earlier test stopped may still be on its way out: only new ones count.
        assertThat(first).isNotEmpty().containsAll(children());
    }

    private static Set<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }
}
