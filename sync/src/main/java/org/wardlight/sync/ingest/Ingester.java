// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.BlobMissing;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.catalog.Catalog;
import org.wardlight.sync.catalog.NewInstance;
import org.wardlight.sync.catalog.Stored;
import org.wardlight.sync.sqlite.StoreFailure;

/**
 * The one way in. Each object: staged and hashed in one pass, its header read, kept as a blob, then its rows written with their
 * entries in the change log, then announced. A crash leaves at worst a blob that nothing needs. Nothing is held of an object but its
 * header, however long it is. Thread-safe.
 */
public final class Ingester {
    private final Catalog catalog;
    private final Intake intake;
    private final Blobs blobs;
    private final List<IngestListener> listeners = new CopyOnWriteArrayList<>();

    public Ingester(Blobs blobs, Catalog catalog, Limits limits) {
        this.catalog = catalog;
        this.blobs = blobs;
        intake = new Intake(blobs, limits);
    }

    /** From now on tells this listener, too. */
    public void addListener(IngestListener listener) {
        listeners.add(listener);
    }

    /**
     * Takes in one item.
     *
     * @throws IOException when the store can take no more; a bad item is an outcome
     */
    public Outcome ingest(IngestItem item) throws IOException {
        return store(List.of(intake.take(item))).get(0);
    }

    /**
     * Takes in all that a source has; what it had of a study is then taken for the whole of it. Several objects share a transaction; what a crash takes back is taken in by the next attempt.
     *
     * @param progress hears of every outcome, in order
     * @throws IOException when the source cannot be read on or the store can take no more; what progress heard of is stored
     */
    public IngestReport ingest(IngestSource source, IngestListener progress) throws IOException {
        Batch batch = new Batch(intake, this::store, progress, new Whole(catalog));
        source.forEach(batch);
        return batch.finish();
    }

    /**
     * Puts blobs that are here already into the catalog: originals that were fetched from a site, or all of them, to rebuild a lost
     * catalog. Doing it twice changes nothing. Blobs that are no objects are rejected, and stay.
     */
    public List<Outcome> catalogue(List<BlobHash> originals) throws IOException {
        List<Taken> taken = new ArrayList<>();
        for (BlobHash hash : originals) {
            taken.add(intake.look(hash));
        }
        return store(taken);
    }

    /**
     * The same bytes may have been here as those of something deleted, and been removed between being found and being needed again:
     * sent again, they are kept anew.
     */
    private void requireBytes(BlobHash blob) {
        try {
            if (blobs.size(blob).isEmpty()) {
                throw new BlobMissing(blob);
            }
        } catch (IOException lost) {
            throw new StoreFailure("the bytes of an object were removed while it was stored; send it again", lost);
        }
    }

    /** Writes the rows of what was kept, in one transaction; then tells. */
    private List<Outcome> store(List<Taken> taken) {
        List<NewInstance> objects =
                taken.stream().map(Taken::object).filter(Objects::nonNull).toList();
        List<Stored> stored = objects.isEmpty() ? List.of() : catalog.storeAll(objects);
        List<Outcome> outcomes = new ArrayList<>();
        int next = 0;
        for (Taken one : taken) {
            Outcome outcome = one.outcome(one.object() == null ? null : stored.get(next++));
            if (outcome.object() != null) {
                requireBytes(outcome.object().instance().blob());
            }
            outcomes.add(outcome);
        }
        listeners.forEach(listener -> listener.stored(outcomes));
        return outcomes;
    }
}
