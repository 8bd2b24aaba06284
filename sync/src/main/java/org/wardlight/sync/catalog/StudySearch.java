// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * The study list. Without words, a walk down the primary key; with words or modalities, a walk down the row numbers that FTS5 has
 * for them, which come in that order; with parts of words, the same by three letters at a time, each row compared with what is really
 * meant. So no query sorts, and each ends after one page.
 */
final class StudySearch {
    private static final int GRAM = 3;

    private StudySearch() {}

    /** The rows of a page, and one more when there are more. */
    static List<StudyTable.Row> run(Handle handle, StudyQuery query) {
        Statement statement = statement(query);
        return handle.createQuery(statement.sql())
                .bindMap(statement.values())
                .map(StudyTable::row)
                .list();
    }

    /** A query with its values by name. */
    record Statement(String sql, Map<String, Object> values) {}

    static Statement statement(StudyQuery query) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("from", query.from() == null ? oldest(query) : Recency.first(query.from(), null));
        values.put("before", before(query));
        values.put("limit", query.limit() + 1);
        String match = match(query);
        if (!query.parts().isEmpty()) {
            return new Statement(withParts(query, values), values);
        }
        if (match.isEmpty()) {
            return new Statement(
                    "SELECT * FROM study WHERE id >= :from AND id < :before ORDER BY id DESC LIMIT :limit", values);
        }
        values.put("match", match);
        return new Statement(
                "SELECT study.* FROM study_words CROSS JOIN study ON study.id = study_words.rowid"
                        + " WHERE study_words MATCH :match" + page("study_words.rowid"),
                values);
    }

    private static String withParts(StudyQuery query, Map<String, Object> values) {
        List<String> words = SearchText.query(query.text());
        List<String> parts = query.parts().stream()
                .flatMap(part -> SearchText.split(part).stream())
                .toList();
        StringBuilder where = new StringBuilder();
        for (String word : words) {
            where.append(like("% " + word + "%", values));
        }
        for (String part : parts) {
            where.append(like("%" + part + "%", values));
        }
        if (!query.modalities().isEmpty()) {
            where.append(" AND (")
                    .append(anyModality(query.modalities(), values))
                    .append(')');
        }
        List<String> grams = new ArrayList<>();
        words.forEach(word -> grams.addAll(grams(word)));
        parts.forEach(part -> grams.addAll(grams(part)));
        if (grams.isEmpty()) {
            return "SELECT study.* FROM study CROSS JOIN study_words ON study_words.rowid = study.id WHERE 1" + where
                    + page("study.id");
        }
        values.put(
                "grams", grams.stream().distinct().map(gram -> '"' + gram + '"').collect(Collectors.joining(" AND ")));
        return "SELECT study.* FROM study_grams CROSS JOIN study ON study.id = study_grams.rowid"
                + " CROSS JOIN study_words ON study_words.rowid = study_grams.rowid WHERE study_grams MATCH :grams"
                + where
                + page("study_grams.rowid");
    }

    private static String page(String row) {
        return " AND " + row + " >= :from AND " + row + " < :before ORDER BY " + row + " DESC LIMIT :limit";
    }

    /** Words hold letters and digits alone, so nothing in them means something to LIKE. */
    private static String like(String pattern, Map<String, Object> values) {
        String name = "like" + values.size();
        values.put(name, pattern);
        return " AND (' ' || study_words.words) LIKE :" + name;
    }

    private static String anyModality(List<String> modalities, Map<String, Object> values) {
        return modalities.stream()
                .map(modality -> {
                    String name = "modality" + values.size();
                    values.put(name, " " + modality + " ");
                    return "instr(' ' || study.modalities || ' ', :" + name + ")";
                })
                .collect(Collectors.joining(" OR "));
    }

    private static List<String> grams(String word) {
        int[] points = word.codePoints().toArray();
        return IntStream.rangeClosed(0, points.length - GRAM)
                .mapToObj(at -> new String(points, at, GRAM))
                .toList();
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
    private static String match(StudyQuery query) {
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
