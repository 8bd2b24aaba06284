// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.wardlight.rendering.pixel.ImageHeader;
import org.wardlight.sync.blob.BlobHash;

/** Series and the objects in them. */
final class InstanceTable {
    private InstanceTable() {}

    /** An object that has a certain SOP Instance UID already. */
    record Same(String blob, Standing standing) {}

    static List<Same> same(Handle handle, String uid) {
        return handle.createQuery("SELECT blob, standing FROM instance WHERE uid = :uid")
                .bind("uid", uid)
                .map((rows, context) -> new Same(rows.getString("blob"), Standing.valueOf(rows.getString("standing"))))
                .list();
    }

    /** Adds an object; true when its series is new. */
    static boolean insert(Handle handle, long study, SeriesFacts series, InstanceRecord object) {
        Optional<Long> there = findSeries(handle, study, series.series());
        long seriesId = there.isPresent() ? there.get() : insertSeries(handle, study, series);
        handle.createUpdate(
                        "INSERT INTO instance (series_id, uid, sop_class, transfer_syntax, number, blob, bytes, standing,"
                                + " header, no_picture) VALUES (:series, :uid, :sopClass, :syntax, :number, :blob, :bytes,"
                                + " :standing, :header, :noPicture)")
                .bind("series", seriesId)
                .bind("uid", object.instance())
                .bind("sopClass", object.sopClass())
                .bind("syntax", object.transferSyntax())
                .bind("number", object.number())
                .bind("blob", object.blob().hex())
                .bind("bytes", object.bytes())
                .bind("standing", object.standing().name())
                .bind("header", object.header() == null ? null : HeaderJson.write(object.header()))
                .bind("noPicture", object.noPicture())
                .execute();
        return there.isEmpty();
    }

    private static Optional<Long> findSeries(Handle handle, long study, String uid) {
        return handle.createQuery("SELECT id FROM series WHERE study_id = :study AND uid = :uid")
                .bind("study", study)
                .bind("uid", uid)
                .mapTo(Long.class)
                .findOne();
    }

    private static long insertSeries(Handle handle, long study, SeriesFacts series) {
        return handle.createQuery("INSERT INTO series (study_id, uid, number, modality, description, body_part)"
                        + " VALUES (:study, :uid, :number, :modality, :description, :bodyPart) RETURNING id")
                .bind("study", study)
                .bind("uid", series.series())
                .bind("number", series.number())
                .bind("modality", series.modality())
                .bind("description", series.description())
                .bind("bodyPart", series.bodyPart())
                .mapTo(Long.class)
                .one();
    }

    static List<SeriesRecord> series(Handle handle, long study, Function<String, ImageHeader> headers) {
        Map<Long, List<InstanceRecord>> objects = new LinkedHashMap<>();
        handle.createQuery("SELECT instance.* FROM instance JOIN series ON series.id = instance.series_id"
                        + " WHERE series.study_id = :study")
                .bind("study", study)
                .map((rows, context) -> Map.entry(rows.getLong("series_id"), object(rows, headers)))
                .forEach(row -> objects.computeIfAbsent(row.getKey(), key -> new ArrayList<>())
                        .add(row.getValue()));
        return handle
                .createQuery("SELECT * FROM series WHERE study_id = :study")
                .bind("study", study)
                .map((rows, context) -> Map.entry(facts(rows), rows.getLong("id")))
                .stream()
                .sorted(Map.Entry.comparingByKey(StudyOrder.SERIES))
                .map(row -> new SeriesRecord(
                        row.getKey(),
                        objects.getOrDefault(row.getValue(), List.of()).stream()
                                .sorted(StudyOrder.INSTANCES)
                                .toList()))
                .toList();
    }

    /** Removes an object, and its series when that was its last. */
    static void delete(Handle handle, long id) {
        long series = handle.createQuery("DELETE FROM instance WHERE id = :id RETURNING series_id")
                .bind("id", id)
                .mapTo(Long.class)
                .one();
        handle.createUpdate("DELETE FROM series WHERE id = :series"
                        + " AND NOT EXISTS (SELECT 1 FROM instance WHERE series_id = :series)")
                .bind("series", series)
                .execute();
    }

    static List<String> studiesOfSeries(Handle handle, String series) {
        return handle.createQuery("SELECT study.uid FROM series JOIN study ON study.id = series.study_id"
                        + " WHERE series.uid = :series ORDER BY study.id DESC")
                .bind("series", series)
                .mapTo(String.class)
                .list();
    }

    static Optional<StudyGlance> glance(Handle handle, String study) {
        return handle.createQuery(
                        "SELECT count(*) AS instances, count(DISTINCT series.id) AS series, min(instance.id) AS first"
                                + " FROM study JOIN series ON series.study_id = study.id JOIN instance ON instance.series_id = series.id"
                                + " WHERE study.uid = :study AND instance.standing = 'SOUND'")
                .bind("study", study)
                .map((rows, context) ->
                        new long[] {rows.getLong("series"), rows.getLong("instances"), rows.getLong("first")})
                .findOne()
                .filter(counts -> counts[1] > 0)
                .map(counts -> new StudyGlance((int) counts[0], (int) counts[1], blob(handle, counts[2])));
    }

    static BlobHash blob(Handle handle, long instance) {
        return handle.createQuery("SELECT blob FROM instance WHERE id = :id")
                .bind("id", instance)
                .mapTo(String.class)
                .map(BlobHash::new)
                .one();
    }

    static Optional<LocatedInstance> find(Handle handle, String uid, Function<String, ImageHeader> headers) {
        return handle.createQuery("SELECT instance.*, study.uid AS study_uid, series.uid AS series_uid FROM instance"
                        + " JOIN series ON series.id = instance.series_id JOIN study ON study.id = series.study_id"
                        + " WHERE instance.uid = :uid ORDER BY instance.standing <> 'SOUND', instance.id LIMIT 1")
                .bind("uid", uid)
                .map((rows, context) -> new LocatedInstance(
                        rows.getString("study_uid"), rows.getString("series_uid"), object(rows, headers)))
                .findOne();
    }

    private static SeriesFacts facts(ResultSet rows) throws SQLException {
        return new SeriesFacts(
                rows.getString("uid"),
                number(rows),
                rows.getString("modality"),
                rows.getString("description"),
                rows.getString("body_part"));
    }

    private static InstanceRecord object(ResultSet rows, Function<String, ImageHeader> headers) throws SQLException {
        String header = rows.getString("header");
        return new InstanceRecord(
                rows.getString("uid"),
                rows.getString("sop_class"),
                rows.getString("transfer_syntax"),
                number(rows),
                new BlobHash(rows.getString("blob")),
                rows.getLong("bytes"),
                Standing.valueOf(rows.getString("standing")),
                header == null ? null : headers.apply(header),
                rows.getString("no_picture"));
    }

    private static @Nullable Integer number(ResultSet rows) throws SQLException {
        int number = rows.getInt("number");
        return rows.wasNull() ? null : number;
    }
}
