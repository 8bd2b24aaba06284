// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.wardlight.sync.blob.BlobHash;

/** Takes rows out of the catalog: a study, a series or an object, with whatever was rendered of the study. */
final class Removal {
    private static final String OF_STUDY =
            "SELECT instance.id FROM instance JOIN series ON series.id = instance.series_id WHERE series.study_id = :study";

    private Removal() {}

    /**
     * What was removed.
     *
     * @param objects how many
     * @param blobs which of theirs, and of renditions, no row needs any more
     */
    record Removed(int objects, List<BlobHash> blobs) {
        static final Removed NOTHING = new Removed(0, List.of());
    }

    /** Removes what is at a place, with its entry in the change log; a study that has nothing left goes as a whole. */
    static Removed at(Handle handle, Place place, Instant now) {
        Optional<StudyTable.Row> row = StudyTable.find(handle, place.study());
        if (row.isEmpty()) {
            return Removed.NOTHING;
        }
        long study = row.get().id();
        List<Long> objects = objects(handle, study, place);
        boolean all = place.isStudy()
                || (!objects.isEmpty()
                        && objects.size()
                                == objects(handle, study, Place.study(place.study()))
                                        .size());
        if (!all && objects.isEmpty()) {
            return Removed.NOTHING;
        }
        Set<BlobHash> blobs = new LinkedHashSet<>();
        KeptTables.renditions(handle, place.study()).forEach(rendition -> blobs.add(rendition.blob()));
        objects.forEach(id -> blobs.add(InstanceTable.blob(handle, id)));
        if (all) {
            StudyTable.delete(handle, study);
            KeptTables.removePin(handle, place.study());
            ArrivalTable.remove(handle, place.study());
        } else {
            objects.forEach(id -> InstanceTable.delete(handle, id));
            ArrivalTable.expectLess(handle, place.study(), objects.size());
            StudyTable.recount(handle, row.get());
        }
        KeptTables.removeRenditions(handle, place.study());
        long cursor = all
                ? ChangeTable.add(handle, now, Change.Op.REMOVED, place.study(), null, null)
                : ChangeTable.add(handle, now, Change.Op.REMOVED, place.study(), place.series(), place.instance());
        if (!all) {
            StudyTable.changed(handle, study, cursor, now);
        }
        return new Removed(
                objects.size(),
                blobs.stream()
                        .filter(blob -> !KeptTables.isNeeded(handle, blob))
                        .toList());
    }

    private static List<Long> objects(Handle handle, long study, Place place) {
        return handle.createQuery(OF_STUDY
                        + (place.series() == null ? "" : " AND series.uid = :series")
                        + (place.instance() == null ? "" : " AND instance.uid = :instance"))
                .bind("study", study)
                .bind("series", place.series())
                .bind("instance", place.instance())
                .mapTo(Long.class)
                .list();
    }
}
