// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Takes the body of one answer as it comes, so that what arrived before a connection broke is not lost in a buffer. The
 * client calls it from one thread at a time.
 */
final class Exchange implements BodySubscriber<Void> {
    /** Where the bytes go. */
    interface Intake {
        void bytes(ByteBuffer bytes) throws IOException, InterruptedException;
    }

    private final Intake intake;
    private final Runnable alive;
    private final CompletableFuture<Void> body = new CompletableFuture<>();
    private volatile Flow.@org.jspecify.annotations.Nullable Subscription subscription;

    Exchange(Intake intake, Runnable alive) {
        this.intake = intake;
        this.alive = alive;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        Flow.Subscription from = subscription;
        if (body.isDone() || from == null) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                intake.bytes(buffer);
            }
            alive.run();
            from.request(1);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            refuse(from, new TransferException.Stopped("stopped while receiving"));
        } catch (IOException | RuntimeException refused) {
            refuse(from, refused);
        }
    }

    @Override
    public void onError(Throwable broken) {
        body.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        body.complete(null);
    }

    private void refuse(Flow.Subscription from, Exception reason) {
        body.completeExceptionally(reason);
        from.cancel();
    }

    /** Passes bytes on until it is closed; once that returns, nothing is passed on any more. Thread-safe. */
    static final class Gate implements Intake {
        private final Intake intake;
        private boolean closed;

        Gate(Intake intake) {
            this.intake = intake;
        }

        @Override
        public synchronized void bytes(ByteBuffer bytes) throws IOException, InterruptedException {
            if (!closed) {
                intake.bytes(bytes);
            }
        }

        synchronized void close() {
            closed = true;
        }
    }
}
