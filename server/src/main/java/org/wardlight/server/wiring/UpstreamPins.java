// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.wiring;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.server.http.Pins;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.catalog.Pin.State;
import org.wardlight.sync.sqlite.StoreFailure;
import org.wardlight.sync.transfer.Pace;
import org.wardlight.sync.transfer.Purpose;
import org.wardlight.sync.transfer.Receiver;
import org.wardlight.sync.transfer.SiteAccess;
import org.wardlight.sync.transfer.SiteClient;
import org.wardlight.sync.transfer.Syncer;

/**
 * The pins of a laptop: the syncer fetches them from the site and follows its changes on a thread of its own; here they are
 * listed, added and removed. Thread-safe; close it.
 */
public final class UpstreamPins implements Pins, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UpstreamPins.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    /** A fetch sees within this time that its pin is gone, and brings nothing more. */
    private static final long SEEN_SECONDS = 3;

    private final Node node;
    private final Clock clock;
    private final Syncer syncer;
    private final CopyReport report;
    private final ScheduledExecutorService cleaner = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "unpinned");
        thread.setDaemon(true);
        return thread;
    });

    private UpstreamPins(Node node, Clock clock, Syncer syncer, CopyReport report) {
        this.report = report;
        this.node = node;
        this.clock = clock;
        this.syncer = syncer;
    }

    /** Begins to fetch what is pinned. */
    public static UpstreamPins start(SiteAccess upstream, Node node, Clock clock) {
        SiteClient site = SiteClient.of(upstream);
        Pace pace = Pace.real(new SecureRandom());
        Receiver receiver = receiver(site, node, 0, pace);
        Syncer syncer = new Syncer(site, receiver, node.catalog(), node.blobs(), EVERY, pace);
        UpstreamPins pins = new UpstreamPins(node, clock, syncer, new CopyReport(site, node));
        pins.expire();
        syncer.start();
        pins.cleaner.scheduleWithFixedDelay(pins::lookAfter, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        return pins;
    }

    /**
     * A receiver for single studies.
     *
     * @param bytesPerSecond most bytes a second over the wire, 0 for no cap
     */
    public static Receiver receiver(SiteAccess upstream, Node node, long bytesPerSecond) {
        return receiver(SiteClient.of(upstream), node, bytesPerSecond, Pace.real(new SecureRandom()));
    }

    private static Receiver receiver(SiteClient site, Node node, long bytesPerSecond, Pace pace) {
        return new Receiver(
                site,
                new Receiver.Local(node.blobs(), node.partials(), node.catalog(), node.ingester()::catalogue),
                new Receiver.Settings(Receiver.Settings.STANDARD.backOff(), bytesPerSecond),
                pace);
    }

    @Override
    public List<Pin> all() {
        return node.catalog().pins();
    }

    @Override
    public Map<String, Instant> leases() {
        return node.keeps().leases().all();
    }

    /** What ends is removed before anything else; then the site hears what is here. */
    private void lookAfter() {
        try {
            expire();
            report.tell();
        } catch (StoreFailure later) {
            LOG.warn("leases were not looked after: {}", later.getClass().getSimpleName());
        }
    }

    /** Removes what may no longer be kept. */
    private void expire() {
        for (String study : node.keeps().leases().ended()) {
            remove(study);
            node.keeps().leases().put(study, null);
            LOG.info("the lease of a study ended; its copy was removed");
        }
    }

    @Override
    public Pin add(String study, Purpose purpose, @Nullable Instant until) {
        node.keeps().leases().put(study, until);
        Optional<Pin> before = node.catalog().pin(study);
        if (before.isPresent()
                && before.get().state() == State.COMPLETE
                && before.get().purpose().equals(purpose.word())) {
            return before.get();
        }
        Pin pin = new Pin(study, purpose.word(), State.WAITING, 0, 0, 0, 0, null, clock.instant());
        node.catalog().putPin(pin);
        syncer.wake();
        return pin;
    }

    @Override
    public boolean remove(String study) {
        boolean was = node.catalog().pin(study).isPresent();
        if (was) {
            node.keeps().leases().put(study, null);
            forget(study);
            // What a running fetch still brought goes once it has seen that its pin is gone.
            cleaner.schedule(() -> forgetUnlessPinned(study), SEEN_SECONDS, TimeUnit.SECONDS);
        }
        return was;
    }

    private void forgetUnlessPinned(String study) {
        if (node.catalog().pin(study).isEmpty()) {
            forget(study);
        }
    }

    private void forget(String study) {
        node.catalog().removePin(study);
        for (BlobHash blob : node.catalog().remove(study)) {
            try {
                node.blobs().delete(blob);
            } catch (IOException unremovable) {
                LOG.warn("a blob of a removed study could not be deleted; doctor names it");
            }
        }
    }

    @Override
    public void close() {
        cleaner.shutdownNow();
        syncer.close();
    }
}
