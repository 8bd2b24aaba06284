// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.wardlight.sync.sqlite.SqliteFile;

/**
 * Fills a catalog with generated studies by batches of plain SQL: the rows that the program would write, one series and object a study. By ascending
 * row number within a batch, since FTS5 begins a new segment whenever a number is lower than the one before it.
 */
final class CatalogFilling {
    private static final int AT_ONCE = 20_000;

    private final SqliteFile file;
    private final Map<Long, Integer> inMinute = new HashMap<>();

    private long nextSeries;

    CatalogFilling(SqliteFile file) {
        this.file = file;
    }

    /** Adds the studies from one number up to another. */
    void fill(long from, long to) throws SQLException {
        nextSeries = file.read(handle -> handle.createQuery("SELECT coalesce(max(id), 0) + 1 FROM series")
                .mapTo(Long.class)
                .one());
        for (long first = from; first < to; first += AT_ONCE) {
            long at = first;
            file.write(handle -> {
                add(handle, at, Math.min(to, at + AT_ONCE));
                return true;
            });
        }
    }

    private void add(Handle handle, long from, long to) throws SQLException {
        TreeMap<Long, NewInstance> made = new TreeMap<>();
        Map<Long, Long> numbers = new HashMap<>();
        for (long number = from; number < to; number++) {
            NewInstance study = GeneratedStudies.study(number);
            long first = Recency.first(study.study().date(), study.study().time());
            long id = first + inMinute.merge(first, 1, Integer::sum) - 1;
            made.put(id, study);
            numbers.put(id, nextSeries++);
        }
        try (Rows studies = new Rows(
                        handle,
                        "INSERT INTO study (id, uid, name_alphabetic, name_ideographic, name_phonetic, patient_id, issuer,"
                                + " birth_date, sex, date, time, description, accession, modalities, changed, series, instances,"
                                + " bytes, held, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1, 1000, 1,"
                                + " '2026-11-25T07:10:00Z')");
                Rows words = new Rows(handle, "INSERT INTO study_words (rowid, words, modalities) VALUES (?, ?, ?)");
                Rows grams = new Rows(handle, "INSERT INTO study_grams (rowid, words) VALUES (?, ?)");
                Rows series = new Rows(
                        handle,
                        "INSERT INTO series (id, study_id, uid, number, modality, description) VALUES (?, ?, ?, 1, ?, '')");
                Rows instances = new Rows(
                        handle,
                        "INSERT INTO instance (series_id, uid, sop_class, transfer_syntax, blob, bytes, standing, no_picture)"
                                + " VALUES (?, ?, '1.2', '1.2', ?, 1000, 'SOUND', 'generated')");
                Rows changes = new Rows(
                        handle,
                        "INSERT INTO change (at, op, study, series, instance) VALUES ('2026-11-25T07:10:00Z', 'ADDED', ?, ?, ?)")) {
            for (Map.Entry<Long, NewInstance> entry : made.entrySet()) {
                long id = entry.getKey();
                long number = numbers.get(id);
                NewInstance one = entry.getValue();
                PatientIdentity who = one.patient();
                StudyFacts what = one.study();
                String modality = one.series().modality();
                String text = String.join(" ", SearchText.words(who, what, List.of(modality)));
                studies.add(
                        id,
                        what.study(),
                        who.name().alphabetic(),
                        who.name().ideographic(),
                        who.name().phonetic(),
                        who.id(),
                        who.issuer(),
                        who.birthDate(),
                        who.sex(),
                        what.date(),
                        what.time(),
                        what.description(),
                        what.accession(),
                        modality,
                        number);
                words.add(id, text, modality);
                grams.add(id, text);
                series.add(number, id, one.series().series(), modality);
                instances.add(number, one.instance().instance(), one.instance().blob().hex());
                changes.add(what.study(), one.series().series(), one.instance().instance());
            }
            for (Rows each : List.of(studies, words, grams, series, instances, changes)) {
                each.execute();
            }
        }
    }

    /** Rows of one table. */
    private static final class Rows implements AutoCloseable {
        private final PreparedStatement statement;

        Rows(Handle handle, String sql) throws SQLException {
            statement = handle.getConnection().prepareStatement(sql);
        }

        void add(@Nullable Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
        }

        void execute() throws SQLException {
            statement.executeBatch();
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
