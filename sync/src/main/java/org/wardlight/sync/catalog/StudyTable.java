// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Studies and the words that they are found by. */
final class StudyTable {
    private StudyTable() {}

    /**
     * A study's row.
     *
     * @param held whether its objects are here, not its summary alone
     */
    record Row(long id, StudySummary summary, boolean held, long changed, Instant changedAt) {
        PatientIdentity patient() {
            return summary.patient();
        }

        String study() {
            return summary.study().study();
        }
    }

    static Row row(ResultSet rows, StatementContext context) throws SQLException {
        StudyFacts facts = new StudyFacts(
                rows.getString("uid"),
                rows.getString("date"),
                rows.getString("time"),
                rows.getString("description"),
                rows.getString("accession"),
                rows.getString("location"),
                rows.getString("referrer"));
        StudySummary summary = new StudySummary(
                patient(rows),
                facts,
                modalities(rows.getString("modalities")),
                rows.getInt("series"),
                rows.getInt("instances"),
                rows.getLong("bytes"));
        return new Row(
                rows.getLong("id"),
                summary,
                rows.getBoolean("held"),
                rows.getLong("changed"),
                Instant.parse(rows.getString("changed_at")));
    }

    static PatientIdentity patient(ResultSet rows) throws SQLException {
        return new PatientIdentity(
                new PatientName(
                        rows.getString("name_alphabetic"),
                        rows.getString("name_ideographic"),
                        rows.getString("name_phonetic")),
                rows.getString("patient_id"),
                rows.getString("issuer"),
                rows.getString("birth_date"),
                rows.getString("sex"));
    }

    private static List<String> modalities(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(" ", -1));
    }

    static Optional<Row> find(Handle handle, String uid) {
        return handle.createQuery("SELECT * FROM study WHERE uid = :uid")
                .bind("uid", uid)
                .map(StudyTable::row)
                .findOne();
    }

    /** Newest first. */
    static List<Row> ofPatient(Handle handle, List<String> ids) {
        return handle.createQuery("SELECT * FROM study WHERE patient_id IN (<ids>) ORDER BY id DESC")
                .bindList("ids", ids)
                .map(StudyTable::row)
                .list();
    }

    /** Newest first. */
    static List<Row> ofAccession(Handle handle, String number) {
        return handle.createQuery("SELECT * FROM study WHERE accession = :number ORDER BY id DESC")
                .bind("number", number)
                .map(StudyTable::row)
                .list();
    }

    /** Newest first. */
    static List<Row> ofOrigin(Handle handle, OriginQuery query) {
        Map<String, Object> values = new HashMap<>();
        values.put("from", Recency.first(query.from(), null));
        values.put("glob", query.glob());
        values.put("most", query.most());
        String modalities = query.modalities().isEmpty()
                ? ""
                : " AND (" + StudySearch.anyModality(query.modalities(), values) + ")";
        return handle.createQuery("SELECT * FROM study WHERE id >= :from AND (:glob = '' OR lower(location) GLOB :glob"
                        + " OR lower(trim(substr(location, 1, instr(location || '^', '^') - 1))) GLOB :glob)"
                        + modalities + " ORDER BY id DESC LIMIT :most")
                .bindMap(values)
                .map(StudyTable::row)
                .list();
    }

    /**
     * A new study without anything in it yet, to be counted or summarised next, which writes its words too; its row number is the
     * next one of its minute.
     */
    static Row insert(Handle handle, PatientIdentity patient, StudyFacts study) {
        long first = Recency.first(study.date(), study.time());
        long id = handle.createQuery("SELECT max(id) FROM study WHERE id BETWEEN :first AND :last")
                .bind("first", first)
                .bind("last", Recency.last(first))
                .mapTo(Long.class)
                .findOne()
                .map(highest -> highest + 1)
                .orElse(first);
        handle.createUpdate(
                        "INSERT INTO study (id, uid, name_alphabetic, name_ideographic, name_phonetic, patient_id, issuer,"
                                + " birth_date, sex, date, time, description, accession, modalities, series, instances, bytes, held,"
                                + " changed, changed_at, location, referrer) VALUES (:id, :uid, :alphabetic, :ideographic, :phonetic, :patientId,"
                                + " :issuer, :birthDate, :sex, :date, :time, :description, :accession, '', 0, 0, 0, 0, 0, :epoch, :location, :referrer)")
                .bind("id", id)
                .bind("uid", study.study())
                .bindMap(identity(patient))
                .bind("date", study.date())
                .bind("time", study.time())
                .bind("description", study.description())
                .bind("accession", study.accession())
                .bind("location", study.location())
                .bind("referrer", study.referrer())
                .bind("epoch", Instant.EPOCH.toString())
                .execute();
        StudySummary empty = new StudySummary(patient, study, List.of(), 0, 0, 0);
        return new Row(id, empty, false, 0, Instant.EPOCH);
    }

    /** Counts an object in. A summary of objects elsewhere is forgotten with the first that is here. */
    static void count(Handle handle, Row row, String modality, boolean newSeries, long bytes) {
        StudySummary had = row.held()
                ? row.summary()
                : new StudySummary(row.patient(), row.summary().study(), List.of(), 0, 0, 0);
        TreeSet<String> modalities = new TreeSet<>(had.modalities());
        if (!modality.isEmpty()) {
            modalities.add(modality);
        }
        StudySummary has = new StudySummary(
                had.patient(),
                had.study(),
                List.copyOf(modalities),
                had.series() + (newSeries ? 1 : 0),
                had.instances() + 1,
                had.bytes() + bytes);
        update(handle, row, has, true);
    }

    /** Counts anew what is left of a study. */
    static void recount(Handle handle, Row row) {
        StudySummary had = row.summary();
        List<SeriesRecord> left = InstanceTable.series(handle, row.id(), HeaderJson::read);
        List<InstanceRecord> objects =
                left.stream().flatMap(series -> series.instances().stream()).toList();
        StudySummary has = new StudySummary(
                had.patient(),
                had.study(),
                left.stream()
                        .map(series -> series.series().modality())
                        .filter(modality -> !modality.isEmpty())
                        .distinct()
                        .sorted()
                        .toList(),
                left.size(),
                objects.size(),
                objects.stream().mapToLong(InstanceRecord::bytes).sum());
        update(handle, row, has, true);
    }

    /** Every study here of the patient who has this number. */
    static List<Row> ofPatient(Handle handle, PatientIdentity patient) {
        return handle
                .createQuery("SELECT * FROM study WHERE patient_id = :id ORDER BY id")
                .bind("id", patient.id())
                .map(StudyTable::row)
                .stream()
                .filter(row -> row.patient().isSameNumberAs(patient))
                .toList();
    }

    /** Puts a study under another identity, in its words too. */
    static void identify(Handle handle, Row row, PatientIdentity patient) {
        handle.createUpdate("UPDATE study SET name_alphabetic = :alphabetic, name_ideographic = :ideographic,"
                        + " name_phonetic = :phonetic, patient_id = :patientId, issuer = :issuer, birth_date = :birthDate,"
                        + " sex = :sex WHERE id = :id")
                .bindMap(identity(patient))
                .bind("id", row.id())
                .execute();
        StudySummary had = row.summary();
        rewriteWords(
                handle,
                row.id(),
                new StudySummary(patient, had.study(), had.modalities(), had.series(), had.instances(), had.bytes()));
    }

    private static Map<String, @Nullable Object> identity(PatientIdentity patient) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("alphabetic", patient.name().alphabetic());
        columns.put("ideographic", patient.name().ideographic());
        columns.put("phonetic", patient.name().phonetic());
        columns.put("patientId", patient.id());
        columns.put("issuer", patient.issuer());
        columns.put("birthDate", patient.birthDate());
        columns.put("sex", patient.sex());
        return columns;
    }

    /** Notes what is in a study that is held elsewhere. */
    static void summarise(Handle handle, Row row, StudySummary summary) {
        update(handle, row, summary, false);
    }

    private static void update(Handle handle, Row row, StudySummary has, boolean held) {
        handle.createUpdate("UPDATE study SET modalities = :modalities, series = :series, instances = :instances,"
                        + " bytes = :bytes, held = :held WHERE id = :id")
                .bind("modalities", String.join(" ", has.modalities()))
                .bind("series", has.series())
                .bind("instances", has.instances())
                .bind("bytes", has.bytes())
                .bind("held", held)
                .bind("id", row.id())
                .execute();
        boolean isNew = row.changed() == 0;
        if (isNew || !has.modalities().equals(row.summary().modalities())) {
            rewriteWords(handle, row.id(), has);
        }
    }

    private static void rewriteWords(Handle handle, long id, StudySummary study) {
        deleteWords(handle, id);
        String words = String.join(" ", SearchText.words(study.patient(), study.study(), study.modalities()));
        handle.createUpdate("INSERT INTO study_words (rowid, words, modalities) VALUES (:id, :words, :modalities)")
                .bind("id", id)
                .bind("words", words)
                .bind("modalities", String.join(" ", study.modalities()))
                .execute();
        handle.createUpdate("INSERT INTO study_grams (rowid, words) VALUES (:id, :words)")
                .bind("id", id)
                .bind("words", words)
                .execute();
    }

    private static void deleteWords(Handle handle, long id) {
        for (String table : List.of("study_words", "study_grams")) {
            handle.createUpdate("DELETE FROM " + table + " WHERE rowid = :id")
                    .bind("id", id)
                    .execute();
        }
    }

    static void changed(Handle handle, long id, long cursor, Instant at) {
        handle.createUpdate("UPDATE study SET changed = :cursor, changed_at = :at WHERE id = :id")
                .bind("cursor", cursor)
                .bind("at", at.toString())
                .bind("id", id)
                .execute();
    }

    /** The same, because an object came. */
    static void arrived(Handle handle, long id, long cursor, Instant at) {
        handle.createUpdate("UPDATE study SET changed = :cursor, changed_at = :at, arrived_at = :at WHERE id = :id")
                .bind("cursor", cursor)
                .bind("at", at.toString())
                .bind("id", id)
                .execute();
    }

    /** Removes a study; its series and instances go with it. */
    static void delete(Handle handle, long id) {
        deleteWords(handle, id);
        handle.createUpdate("DELETE FROM study WHERE id = :id").bind("id", id).execute();
    }
}
