// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.server.http.Pins;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.catalog.Pin.State;
import org.wardlight.sync.transfer.Pace;
import org.wardlight.sync.transfer.Purpose;
import org.wardlight.sync.transfer.Receiver;
import org.wardlight.sync.transfer.SiteClient;

/**
 * The pins of a laptop: fetches them from the site one after the other on a thread of its own, goes on after a restart with
 * those that are not complete, and tries those again that failed. Thread-safe; close it.
 */
public final class UpstreamPins implements Pins, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UpstreamPins.class);
    private static final long AGAIN_SECONDS = 30;
    private static final long STOP_SECONDS = 10;

    private final Node node;
    private final Clock clock;
    private final Receiver receiver;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "pins");
        thread.setDaemon(true);
        return thread;
    });

    private UpstreamPins(Node node, Clock clock, Receiver receiver) {
        this.node = node;
        this.clock = clock;
        this.receiver = receiver;
    }

    /** Begins to fetch what is pinned. */
    public static UpstreamPins start(URI upstream, Node node, Clock clock) {
        UpstreamPins pins = new UpstreamPins(node, clock, receiver(upstream, node, 0));
        pins.worker.scheduleWithFixedDelay(pins::fetchAll, 0, AGAIN_SECONDS, TimeUnit.SECONDS);
        return pins;
    }

    /** @param bytesPerSecond most bytes a second over the wire, 0 for no cap */
    public static Receiver receiver(URI upstream, Node node, long bytesPerSecond) {
        return new Receiver(
                SiteClient.of(upstream),
                new Receiver.Local(node.blobs(), node.partials(), node.catalog(), node.ingester()::catalogue),
                new Receiver.Settings(Receiver.Settings.STANDARD.backOff(), bytesPerSecond),
                Pace.real(new SecureRandom()));
    }

    @Override
    public List<Pin> all() {
        return node.catalog().pins();
    }

    @Override
    public Pin add(String study, Purpose purpose) {
        Optional<Pin> before = node.catalog().pin(study);
        if (before.isPresent()
                && !isOpen(before.get())
                && before.get().purpose().equals(purpose.word())) {
            return before.get();
        }
        Pin pin = new Pin(study, purpose.word(), State.WAITING, 0, 0, 0, 0, null, clock.instant());
        node.catalog().putPin(pin);
        worker.execute(this::fetchAll);
        return pin;
    }

    @Override
    public boolean remove(String study) {
        boolean was = node.catalog().pin(study).isPresent();
        if (was) {
            // The pin goes first, which stops a fetch that runs; what it brought goes once that has ended.
            node.catalog().removePin(study);
            worker.execute(() -> forget(study));
        }
        return was;
    }

    private void forget(String study) {
        if (node.catalog().pin(study).isPresent()) {
            return;
        }
        for (BlobHash blob : node.catalog().remove(study)) {
            try {
                node.blobs().delete(blob);
            } catch (IOException unremovable) {
                LOG.warn("a blob of a removed study could not be deleted; doctor names it");
            }
        }
    }

    private void fetchAll() {
        for (Pin pin : node.catalog().pins()) {
            if (isOpen(pin) && !worker.isShutdown()) {
                fetch(pin);
            }
        }
    }

    private void fetch(Pin pin) {
        try {
            receiver.fetch(pin.study(), Purpose.find(pin.purpose()).orElse(Purpose.ORIGINAL), at -> {});
        } catch (IOException | RuntimeException stopped) {
            // The pin says why, for whoever looks at it; the log only that it was.
            LOG.info(
                    "a pinned study is not complete yet: {}", stopped.getClass().getSimpleName());
        }
    }

    private static boolean isOpen(Pin pin) {
        return pin.state() == State.WAITING || pin.state() == State.FETCHING || pin.state() == State.FAILED;
    }

    @Override
    public void close() {
        receiver.stop();
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a fetch did not stop in {} seconds; what it brought is kept", STOP_SECONDS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
