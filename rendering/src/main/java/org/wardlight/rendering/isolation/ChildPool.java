// SPDX-License-Identifier: Apache-2.0
package org.wardlight.rendering.isolation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;

/**
 * Child processes of one service, started when they are first needed and then kept; one that faults is replaced. Thread-safe. Who
 * asks while all are busy waits in turn.
 */
public final class ChildPool implements AutoCloseable {
    private final Class<? extends ChildService> service;
    private final ChildLimits limits;
    private final Semaphore places;
    private final Deque<Child> idle = new ArrayDeque<>();
    private final ScheduledExecutorService watch;

    /** @param most children at one time, at least 1 */
    public ChildPool(Class<? extends ChildService> service, ChildLimits limits, int most) {
        this.service = service;
        this.limits = limits;
        this.places = new Semaphore(most, true);
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "children of " + service.getSimpleName());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Asks one of the children.
     *
     * @throws ChildFault when that child crashed or was stopped at a limit; the next request gets another
     * @throws IOException when no child can be started
     */
    public <T> T ask(Duration limit, Child.Exchange<T> exchange) throws IOException {
        places.acquireUninterruptibly();
        try {
            Child child = take();
            boolean sound = false;
            try {
                T answer = child.ask(limit, exchange);
                sound = true;
                return answer;
            } finally {
                give(child, sound);
            }
        } finally {
            places.release();
        }
    }

    private Child take() throws IOException {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                Child child = idle.pop();
                if (child.isAlive()) {
                    return child;
                }
                child.close();
            }
        }
        return Child.start(service, limits, watch);
    }

    /** What an exchange left unread would be taken for the next answer: only a whole one lets a child live. */
    private void give(Child child, boolean sound) {
        if (!sound) {
            child.close();
            return;
        }
        synchronized (idle) {
            idle.push(child);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        synchronized (idle) {
            idle.forEach(Child::close);
            idle.clear();
        }
    }
}
