// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.http;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets a stated number of requests do their work at one time; of those that wait, the one that came last is next. A viewer
 * that scrolls on drops its old requests, which a server does not see before it answers them: newest first, what is wanted
 * now is never behind what is not wanted any more. When too many wait, the oldest is told that the server is busy, and so
 * is one that waits too long. Thread-safe; a waiting request holds its thread.
 */
public final class NewestFirst {
    private final int longest;
    private final long patienceMs;
    private final Deque<CompletableFuture<Boolean>> waiting = new ArrayDeque<>();
    private int free;

    public NewestFirst(int atOnce, int longest, long patienceMs) {
        this.free = atOnce;
        this.longest = longest;
        this.patienceMs = patienceMs;
    }

    /** Work that may fail with an {@link IOException}. */
    public interface Work<T> {
        T run() throws IOException;
    }

    public <T> T run(Work<T> work) throws IOException {
        enter();
        try {
            return work.run();
        } finally {
            leave();
        }
    }

    private void enter() {
        CompletableFuture<Boolean> turn = new CompletableFuture<>();
        synchronized (waiting) {
            if (free > 0) {
                free--;
                return;
            }
            waiting.addFirst(turn);
            if (waiting.size() > longest) {
                waiting.removeLast().complete(false);
            }
        }
        if (!await(turn)) {
            throw new Refused(ProblemKind.BUSY);
        }
    }

    private boolean await(CompletableFuture<Boolean> turn) {
        try {
            return turn.get(patienceMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            return !withdraw(turn) && turn.getNow(false);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            if (!withdraw(turn) && turn.getNow(false)) {
                leave();
            }
            return false;
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }

    /** False when the turn was given, or refused, a moment ago. */
    private boolean withdraw(CompletableFuture<Boolean> turn) {
        synchronized (waiting) {
            return waiting.remove(turn);
        }
    }

    private void leave() {
        synchronized (waiting) {
            CompletableFuture<Boolean> next = waiting.pollFirst();
            if (next == null) {
                free++;
            } else {
                next.complete(true);
            }
        }
    }

    /** Requests that wait. */
    int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }
}
