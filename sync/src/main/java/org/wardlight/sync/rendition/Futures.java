// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.rendition;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Between blocking calls and futures, so that each kind of failure comes out as it went in. */
final class Futures {
    /** Work that may fail with an I/O error. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    private Futures() {}

    static <T> CompletableFuture<T> run(Executor executor, Work<T> work) {
        return CompletableFuture.supplyAsync(() -> unchecked(work), executor);
    }

    static <T> T unchecked(Work<T> work) {
        try {
            return work.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits for a result, however many wait for the same; giving up does not stop the work. */
    static <T> T await(CompletableFuture<T> future, Duration longest) throws IOException {
        try {
            return future.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for a render");
        } catch (TimeoutException late) {
            throw new IOException("a render took longer than " + longest.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw cause(failed);
        }
    }

    private static IOException cause(ExecutionException failed) {
        Throwable cause = failed.getCause();
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof UncheckedIOException io) {
            return new IOException("a render could not read or write", io);
        }
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IOException("a render failed", cause);
    }
}
