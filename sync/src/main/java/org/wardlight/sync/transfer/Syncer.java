// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.sqlite.StoreFailure;

/**
 * Keeps the pinned studies of a laptop node: at each contact first the site's changes, then what is missing. At the first contact
 * after a start every pinned study is compared with the site, whatever the change log says. A site that is away is asked again
 * later. Runs on one thread of its own; thread-safe; close it.
 */
public final class Syncer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Syncer.class);

    private final Receiver receiver;
    private final Catalog catalog;
    private final ChangeFollower changes;
    private final Duration every;
    private final Thread thread;
    private final Object wake = new Object();
    private boolean woken;
    private volatile boolean stopping;

    /**
     * A syncer that is not running yet.
     *
     * @param every how long to rest between contacts
     */
    public Syncer(SiteClient site, Receiver receiver, Catalog catalog, Blobs blobs, Duration every, Pace pace) {
        this.receiver = receiver;
        this.catalog = catalog;
        this.changes = new ChangeFollower(site, catalog, blobs, pace.clock());
        this.every = every;
        this.thread = new Thread(this::run, "syncer");
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Makes the next contact now: somebody pinned a study, or the network is back. */
    public void wake() {
        synchronized (wake) {
            woken = true;
            wake.notifyAll();
        }
    }

    /** Stops within a second or so; what has arrived is kept. */
    @Override
    public void close() {
        stopping = true;
        receiver.stop();
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean compareAll = true;
        while (!stopping) {
            try {
                contact(compareAll);
                compareAll = false;
            } catch (IOException | StoreFailure away) {
                log.info("no contact with the site: {}", words(away));
            }
            rest();
        }
    }

    /** Of a transfer's own message, which holds nothing of a patient or of the site; else the kind alone. */
    private static String words(Exception away) {
        String message = away instanceof TransferException ? away.getMessage() : null;
        return message == null ? away.getClass().getSimpleName() : message;
    }

    /** One contact: changes first, then each pin that wants something. */
    void contact(boolean compareAll) throws IOException {
        changes.apply();
        List<Pin> pins = catalog.pins().stream()
                .filter(pin -> pin.state() != Pin.State.PAUSED)
                .filter(pin -> compareAll || pin.state() != Pin.State.COMPLETE)
                .sorted(Comparator.comparing((Pin pin) -> pin.state() == Pin.State.COMPLETE)
                        .thenComparing(pin -> pin.ofBytes() - pin.haveBytes()))
                .toList();
        for (Pin pin : pins) {
            if (stopping) {
                return;
            }
            fetch(pin);
            // A study may take an hour: what was deleted or corrected meanwhile does not wait for the others.
            changes.apply();
        }
    }

    private void fetch(Pin pin) throws IOException {
        Purpose purpose = Purpose.find(pin.purpose()).orElse(Purpose.ORIGINAL);
        try {
            receiver.fetch(pin.study(), purpose, at -> {});
        } catch (TransferException.NotThere gone) {
            changes.removeGone(pin);
        } catch (TransferException.Unavailable away) {
            throw away;
        } catch (TransferException | LocalFailure failed) {
            log.warn("a study was not fetched: {}", failed.getClass().getSimpleName());
        }
    }

    private void rest() {
        try {
            synchronized (wake) {
                if (!woken && !stopping) {
                    wake.wait(every.toMillis());
                }
                woken = false;
            }
        } catch (InterruptedException stop) {
            stopping = true;
        }
    }
}
