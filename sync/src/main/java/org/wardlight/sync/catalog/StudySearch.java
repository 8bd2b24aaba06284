// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The study list. Without words, a walk down the primary key; with words or modalities, a walk down the row numbers that FTS5 has
 * for them, which come in that order. So no query sorts, and each ends after one page.
 */
final class StudySearch {
    private StudySearch() {}

    /** The rows of a page, and one more when there are more. */
    static List<StudyTable.Row> run(Handle handle, StudyQuery query) {
        String match = match(query);
        String sql = match.isEmpty()
                ? "SELECT * FROM study WHERE id >= :from AND id < :before ORDER BY id DESC LIMIT :limit"
                : "SELECT study.* FROM study_words JOIN study ON study.id = study_words.rowid WHERE study_words MATCH :match"
                        + " AND study_words.rowid >= :from AND study_words.rowid < :before"
                        + " ORDER BY study_words.rowid DESC LIMIT :limit";
        var statement = handle.createQuery(sql)
                .bind("from", query.from() == null ? oldest(query) : Recency.first(query.from(), null))
                .bind("before", before(query))
                .bind("limit", query.limit() + 1);
        if (!match.isEmpty()) {
            statement.bind("match", match);
        }
        return statement.map(StudyTable::row).list();
    }

    /** With a latest date but no earliest, studies without a date are left out too. */
    private static long oldest(StudyQuery query) {
        return query.to() == null ? 0 : Recency.UNDATED + 1;
    }

    private static long before(StudyQuery query) {
        long before = Recency.cursor(query.cursor());
        return query.to() == null ? before : Math.min(before, Recency.dayAfter(query.to()));
    }

    /** Words are letters and digits alone, so nothing in them is syntax of FTS5. */
    static String match(StudyQuery query) {
        List<String> parts = new ArrayList<>();
        List<String> words = SearchText.query(query.text());
        if (!words.isEmpty()) {
            parts.add(words.stream()
                    .map(word -> "\"" + word + "\" *")
                    .collect(Collectors.joining(" AND ", "words : (", ")")));
        }
        if (!query.modalities().isEmpty()) {
            parts.add(query.modalities().stream()
                    .map(modality -> "\"" + modality + "\"")
                    .collect(Collectors.joining(" OR ", "modalities : (", ")")));
        }
        return String.join(" AND ", parts);
    }
}
