// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class NewestFirstTest {
    private final CountDownLatch hold = new CountDownLatch(1);
    private final List<Integer> order = new CopyOnWriteArrayList<>();

    @Test
    void of_those_that_wait_the_last_one_is_next() throws Exception {
        var turns = new NewestFirst(1, 10, 10_000);
        var first = start(turns, 0);
        var others = List.of(wait(turns, 1), wait(turns, 2), wait(turns, 3));
        hold.countDown();
        first.get(5, TimeUnit.SECONDS);
        for (var other : others) {
            other.get(5, TimeUnit.SECONDS);
        }
        assertThat(order).containsExactly(0, 3, 2, 1);
    }

    @Test
    void when_too_many_wait_the_oldest_is_told_so() throws Exception {
        var turns = new NewestFirst(1, 2, 10_000);
        start(turns, 0);
        var oldest = wait(turns, 1);
        wait(turns, 2);
        start(turns, 3);
        assertThatThrownBy(() -> oldest.get(5, TimeUnit.SECONDS)).hasRootCauseInstanceOf(Refused.class);
        hold.countDown();
    }

    @Test
    void who_waits_too_long_is_told_so_and_takes_no_place() throws Exception {
        var turns = new NewestFirst(1, 2, 50);
        start(turns, 0);
        var impatient = wait(turns, 1);
        assertThatThrownBy(() -> impatient.get(5, TimeUnit.SECONDS)).hasRootCauseInstanceOf(Refused.class);
        assertThat(turns.waiting()).isZero();
        hold.countDown();
    }

    @Test
    void a_turn_that_fails_is_given_on() throws Exception {
        var turns = new NewestFirst(1, 2, 1_000);
        assertThatThrownBy(() -> turns.run(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(turns.<String>run(() -> "next")).isEqualTo("next");
    }

    private CompletableFuture<Void> wait(NewestFirst turns, int number) throws InterruptedException {
        int before = turns.waiting();
        var started = start(turns, number);
        while (turns.waiting() == before && !started.isDone()) {
            Thread.onSpinWait();
        }
        return started;
    }

    private CompletableFuture<Void> start(NewestFirst turns, int number) throws InterruptedException {
        var running = new CountDownLatch(number == 0 ? 1 : 0);
        CompletableFuture<Void> end = new CompletableFuture<>();
        var thread = new Thread(() -> {
            try {
                turns.run(() -> {
                    running.countDown();
                    order.add(number);
                    try {
                        hold.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return number;
                });
                end.complete(null);
            } catch (Exception failed) {
                end.completeExceptionally(failed);
            }
        });
        thread.setDaemon(true);
        thread.start();
        running.await();
        return end;
    }
}
