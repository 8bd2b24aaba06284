// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.blob.BlobHash;

/** Marks of what was deleted, and the blobs whose bytes go with it. A level that is not meant is empty. */
final class DeletionTable {
    private DeletionTable() {}

    static void add(Handle handle, Deletion deletion) {
        Place place = deletion.place();
        handle.createUpdate("INSERT OR REPLACE INTO tombstone (study, series, instance, by_whom, at, reason, again)"
                        + " VALUES (:study, :series, :instance, :by, :at, :reason, :again)")
                .bind("study", place.study())
                .bind("series", orEmpty(place.series()))
                .bind("instance", orEmpty(place.instance()))
                .bind("by", deletion.by())
                .bind("at", deletion.at().toString())
                .bind("reason", deletion.reason())
                .bind("again", deletion.again().name())
                .execute();
    }

    /** The mark that an object is under: its own, its series' or its study's. */
    static Optional<Deletion> over(Handle handle, NewInstance object) {
        return handle.createQuery("SELECT * FROM tombstone WHERE study = :study AND series IN ('', :series)"
                        + " AND instance IN ('', :instance) ORDER BY series, instance LIMIT 1")
                .bind("study", object.study().study())
                .bind("series", object.series().series())
                .bind("instance", object.instance().instance())
                .map(DeletionTable::deletion)
                .findOne();
    }

    static List<Deletion> of(Handle handle, String study) {
        return handle.createQuery("SELECT * FROM tombstone WHERE study = :study ORDER BY series, instance")
                .bind("study", study)
                .map(DeletionTable::deletion)
                .list();
    }

    static int lift(Handle handle, String study) {
        return handle.createUpdate("DELETE FROM tombstone WHERE study = :study")
                .bind("study", study)
                .execute();
    }

    private static Deletion deletion(ResultSet rows, StatementContext context) throws SQLException {
        return new Deletion(
                new Place(
                        rows.getString("study"), orNull(rows.getString("series")), orNull(rows.getString("instance"))),
                rows.getString("by_whom"),
                Instant.parse(rows.getString("at")),
                rows.getString("reason"),
                Deletion.Again.valueOf(rows.getString("again")));
    }

    static void waste(Handle handle, BlobHash blob, String study, Instant since) {
        handle.createUpdate("INSERT OR IGNORE INTO waste (blob, study, since, going) VALUES (:blob, :study, :since, 0)")
                .bind("blob", blob.hex())
                .bind("study", study)
                .bind("since", since.toString())
                .execute();
    }

    /** A row needs the blob again; false when its bytes are being removed at this moment. */
    static boolean reclaim(Handle handle, BlobHash blob) {
        Optional<Boolean> going = handle.createQuery("SELECT going FROM waste WHERE blob = :blob")
                .bind("blob", blob.hex())
                .mapTo(Boolean.class)
                .findOne();
        if (going.isPresent() && !going.get()) {
            unwaste(handle, blob);
        }
        return !going.orElse(false);
    }

    static List<BlobHash> wasteOf(Handle handle, String study) {
        return handle.createQuery("SELECT blob FROM waste WHERE study = :study AND going = 0 ORDER BY blob")
                .bind("study", study)
                .map((rows, context) -> new BlobHash(rows.getString("blob")))
                .list();
    }

    /** Those whose removal was broken off come first. */
    static List<BlobHash> claim(Handle handle, Instant before, int most) {
        List<BlobHash> due = handle.createQuery("SELECT blob FROM waste WHERE going = 1 OR since < :before"
                        + " ORDER BY going DESC, since LIMIT :most")
                .bind("before", before.toString())
                .bind("most", most)
                .map((rows, context) -> new BlobHash(rows.getString("blob")))
                .list();
        return due.stream().filter(blob -> claim(handle, blob)).toList();
    }

    private static boolean claim(Handle handle, BlobHash blob) {
        if (KeptTables.isNeeded(handle, blob)) {
            unwaste(handle, blob);
            return false;
        }
        handle.createUpdate("UPDATE waste SET going = 1 WHERE blob = :blob")
                .bind("blob", blob.hex())
                .execute();
        return true;
    }

    static void unwaste(Handle handle, BlobHash blob) {
        handle.createUpdate("DELETE FROM waste WHERE blob = :blob")
                .bind("blob", blob.hex())
                .execute();
    }

    private static String orEmpty(@Nullable String uid) {
        return uid == null ? "" : uid;
    }

    private static @Nullable String orNull(String uid) {
        return uid.isEmpty() ? null : uid;
    }
}
