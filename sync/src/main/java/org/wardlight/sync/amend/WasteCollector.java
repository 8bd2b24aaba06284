// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.amend;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.sqlite.StoreFailure;

/**
 * Removes the bytes of what was deleted, a while after: whoever was reading or copying them has long ended by then, and until then a
 * deletion can be taken back. A blob is claimed in the catalog first, so that no row comes to need it while it goes. Thread-safe; close it.
 */
public final class WasteCollector implements AutoCloseable {
    /** How long bytes stay after their deletion. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(WasteCollector.class);
    private static final int AT_ONCE = 200;

    private final Catalog catalog;
    private final Blobs blobs;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "waste");
        made.setDaemon(true);
        return made;
    });

    public WasteCollector(Catalog catalog, Blobs blobs, Clock clock) {
        this.catalog = catalog;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Collects every hour from now on, the first time in a minute. */
    public WasteCollector start() {
        thread.scheduleWithFixedDelay(this::tryToCollect, 1, 60, TimeUnit.MINUTES);
        return this;
    }

    private void tryToCollect() {
        try {
            collect();
        } catch (IOException | StoreFailure later) {
            LOG.warn(
                    "bytes of deleted objects could not be removed and are tried again later: {}",
                    later.getClass().getSimpleName());
        }
    }

    /**
     * Removes what is due, and says how many blobs that were.
     *
     * @throws IOException when one cannot be removed; it stays claimed and is tried first next time
     */
    public int collect() throws IOException {
        int count = 0;
        while (true) {
            List<BlobHash> due = catalog.amendments().claimWaste(clock.instant().minus(KEPT), AT_ONCE);
            if (due.isEmpty()) {
                return count;
            }
            List<BlobHash> gone = new ArrayList<>();
            try {
                for (BlobHash blob : due) {
                    blobs.delete(blob);
                    gone.add(blob);
                }
            } finally {
                catalog.amendments().removed(gone);
            }
            count += gone.size();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
