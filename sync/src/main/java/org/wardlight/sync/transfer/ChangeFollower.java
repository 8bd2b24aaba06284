// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.catalog.Place;

/**
 * Applies a site's change log to the copies here, before anything else at each contact: what the site removed is removed, what it
 * corrected is corrected, and what it changed is no longer called complete. Touches pinned studies only: what was imported here is nobody else's to remove. One thread.
 */
final class ChangeFollower {
    private static final int PAGE = 1000;
    private static final String REMOVED = "removed";
    private static final String CORRECTED = "corrected";

    private final SiteClient site;
    private final Catalog catalog;
    private final Blobs blobs;
    private final Clock clock;

    ChangeFollower(SiteClient site, Catalog catalog, Blobs blobs, Clock clock) {
        this.site = site;
        this.catalog = catalog;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Reads on to the end of the site's log. What was applied is not read again, a crash in between included. */
    void apply() throws IOException {
        long since = catalog.followed(site.name());
        while (true) {
            ChangePage page = site.changes(since, PAGE);
            if (page.changes().isEmpty() || page.next() <= since) {
                return;
            }
            apply(page.changes());
            since = page.next();
            catalog.putFollowed(site.name(), since);
        }
    }

    private void apply(List<ChangePage.Entry> changes) throws IOException {
        Set<String> changed = new LinkedHashSet<>();
        Set<String> corrected = new LinkedHashSet<>();
        for (ChangePage.Entry change : changes) {
            if (change.op().equals(REMOVED)) {
                remove(change);
            }
            if (change.op().equals(CORRECTED)) {
                corrected.add(change.study());
            }
            changed.add(change.study());
        }
        for (String study : corrected) {
            correct(study);
        }
        for (String study : changed) {
            catalog.pin(study).filter(pin -> pin.state() == Pin.State.COMPLETE).ifPresent(this::fetchAgain);
        }
    }

    /** What is deleted goes from the copy, bytes included; the wish to have the study stays, since it may come anew. */
    private void remove(ChangePage.Entry change) throws IOException {
        Optional<Pin> pin = catalog.pin(change.study());
        if (pin.isPresent() && change.series() != null) {
            Place place = new Place(change.study(), change.series(), change.instance());
            delete(catalog.amendments().drop(place));
            if (catalog.pin(change.study()).isEmpty()) {
                catalog.putPin(waiting(pin.get(), kept(pin.get())));
            }
        } else if (pin.isPresent()) {
            drop(pin.get(), kept(pin.get()), null);
        }
    }

    /** At once, not when the study's turn to be fetched comes: until then it would be shown under the wrong patient. */
    private void correct(String study) throws IOException {
        if (catalog.pin(study).isPresent()) {
            try {
                catalog.amendments().adopt(study, site.corrections(study));
            } catch (TransferException.NotThere goneSince) {
                removeGone(catalog.pin(study).orElseThrow());
            }
        }
    }

    /** The site has no such study, so no copy of it may be taken for current. */
    void removeGone(Pin pin) throws IOException {
        drop(pin, Pin.State.FAILED, "the site no longer has this study");
    }

    private void drop(Pin pin, Pin.State state, @Nullable String error) throws IOException {
        List<BlobHash> unneeded = catalog.remove(pin.study());
        catalog.putPin(new Pin(pin.study(), pin.purpose(), state, 0, 0, 0, 0, error, clock.instant()));
        delete(unneeded);
    }

    private void delete(List<BlobHash> unneeded) throws IOException {
        for (BlobHash blob : unneeded) {
            blobs.delete(blob);
        }
    }

    private Pin waiting(Pin before, Pin.State state) {
        return new Pin(before.study(), before.purpose(), state, 0, 0, 0, 0, null, clock.instant());
    }

    private static Pin.State kept(Pin before) {
        return before.state() == Pin.State.PAUSED ? Pin.State.PAUSED : Pin.State.WAITING;
    }

    private void fetchAgain(Pin pin) {
        catalog.putPin(new Pin(
                pin.study(),
                pin.purpose(),
                Pin.State.WAITING,
                pin.have(),
                pin.of(),
                pin.haveBytes(),
                pin.ofBytes(),
                null,
                clock.instant()));
    }
}
