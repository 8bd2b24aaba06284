// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RenderQueueTest {
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void who_looks_at_the_screen_passes_bulk_work() throws Exception {
        try (RenderQueue queue = new RenderQueue(1, clock::get)) {
            CountDownLatch gate = hold(queue);
            CountDownLatch done = new CountDownLatch(3);
            run(queue, Urgency.BULK, "manifest", done);
            run(queue, Urgency.INTERACTIVE, "first look", done);
            run(queue, Urgency.INTERACTIVE, "second look", done);
            gate.countDown();
            assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ran).containsExactly("first look", "second look", "manifest");
    }

    @Test
    void bulk_work_does_not_wait_for_ever() throws Exception {
        try (RenderQueue queue = new RenderQueue(1, clock::get)) {
            CountDownLatch gate = hold(queue);
            CountDownLatch done = new CountDownLatch(2);
            run(queue, Urgency.BULK, "manifest", done);
            clock.addAndGet(TimeUnit.SECONDS.toNanos(3));
            run(queue, Urgency.INTERACTIVE, "look", done);
            gate.countDown();
            assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ran).containsExactly("manifest", "look");
    }

    private static CountDownLatch hold(RenderQueue queue) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        queue.at(Urgency.INTERACTIVE).execute(() -> {
            held.countDown();
            try {
                gate.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        held.await();
        return gate;
    }

    private void run(RenderQueue queue, Urgency urgency, String name, CountDownLatch done) {
        queue.at(urgency).execute(() -> {
            ran.add(name);
            done.countDown();
        });
    }
}
