// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.transfer.TransferException.Stopped;

/**
 * The pin of a study while it is fetched: written at most twice a second, since each write goes to the disk, and read as
 * often, since that is how a user pauses. One thread at a time.
 */
final class PinKeeper {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Catalog catalog;
    private final String study;
    private final Purpose purpose;
    private final Clock clock;
    private final Receiver.Progress progress;
    private Instant written = Instant.MIN;
    private boolean untouched;
    private long have;
    private long of;
    private long haveBytes;
    private long ofBytes;

    PinKeeper(Catalog catalog, String study, Purpose purpose, Clock clock, Receiver.Progress progress) {
        this.catalog = catalog;
        this.study = study;
        this.purpose = purpose;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * From now on the study is being fetched; how much of it was here stays as it was last known. A complete one stays complete
     * until something turns out to be missing: being out of reach of the site takes nothing from a copy.
     */
    void begin() {
        Optional<Pin> before = catalog.pin(study);
        before.ifPresent(pin -> {
            have = pin.have();
            of = pin.of();
            haveBytes = pin.haveBytes();
            ofBytes = pin.ofBytes();
        });
        untouched = before.filter(this::isCompleteForThis).isPresent();
        if (!untouched) {
            write(Pin.State.FETCHING, null);
        }
    }

    private boolean isCompleteForThis(Pin pin) {
        return pin.state() == Pin.State.COMPLETE && pin.purpose().equals(purpose.word());
    }

    /** What the manifest says is missing. */
    void compared(Outstanding outstanding) {
        counts(outstanding);
        if (untouched && !outstanding.isEmpty()) {
            untouched = false;
            write(Pin.State.FETCHING, null);
        }
    }

    void counts(Outstanding outstanding) {
        have = outstanding.have();
        of = outstanding.of();
        haveBytes = outstanding.haveBytes();
        ofBytes = outstanding.ofBytes();
    }

    /** Now and then: shows how far it is, and looks whether it is still wanted. */
    void check() throws Stopped {
        if (clock.instant().isBefore(due())) {
            return;
        }
        Optional<Pin> pin = catalog.pin(study);
        if (pin.isEmpty()) {
            throw new Stopped("the study is no longer pinned");
        }
        if (pin.get().state() == Pin.State.PAUSED) {
            throw new Stopped("paused");
        }
        if (!untouched) {
            write(Pin.State.FETCHING, null);
        }
    }

    void complete(Outstanding outstanding) throws Stopped {
        if (catalog.pin(study).isEmpty()) {
            throw new Stopped("the study is no longer pinned");
        }
        counts(outstanding);
        write(Pin.State.COMPLETE, null);
    }

    /** Leaves a pause or an unpinning as it is; a shutdown leaves a study that waits. */
    void stopped() {
        if (catalog.pin(study).filter(pin -> pin.state() == Pin.State.FETCHING).isPresent()) {
            write(Pin.State.WAITING, null);
        }
    }

    /** Says why it did not go on; a site that cannot be reached is waited for. */
    void failed(IOException reason) {
        if (!untouched && catalog.pin(study).isPresent()) {
            boolean laterPerhaps = reason instanceof TransferException.Unavailable;
            write(laterPerhaps ? Pin.State.WAITING : Pin.State.FAILED, reason.getMessage());
        }
    }

    private Instant due() {
        return written.equals(Instant.MIN) ? written : written.plus(EVERY);
    }

    private void write(Pin.State state, @Nullable String error) {
        Instant now = clock.instant();
        Pin pin = new Pin(study, purpose.word(), state, have, of, haveBytes, ofBytes, error, now);
        catalog.putPin(pin);
        written = now;
        progress.at(pin);
    }
}
