// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.wardlight.sync.Json;

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
        if (query.within() != null) {
            return new Statement(among(query, query.within(), values), values);
        }
        if (!query.parts().isEmpty()) {
            return new Statement(withParts(query, values), values);
        }
        String match = match(query);
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
        List<String> parts = parts(query);
        String where = where(query, words, parts, values);
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

    static String anyModality(List<String> modalities, Map<String, Object> values) {
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

    /** Among few studies: each is looked up, so that the size of the archive does not count. CROSS JOIN keeps that order. */
    private static String among(StudyQuery query, Set<String> studies, Map<String, Object> values) {
        values.put("within", new String(Json.bytes(studies), StandardCharsets.UTF_8));
        return "SELECT study.* FROM json_each(:within) AS one CROSS JOIN study ON study.uid = one.value"
                + " CROSS JOIN study_words ON study_words.rowid = study.id WHERE 1"
                + where(query, SearchText.query(query.text()), parts(query), values)
                + page("study.id");
    }

    private static List<String> parts(StudyQuery query) {
        return query.parts().stream()
                .flatMap(part -> SearchText.split(part).stream())
                .toList();
    }

    /** What rows are compared with one by one. */
    private static String where(StudyQuery query, List<String> words, List<String> parts, Map<String, Object> values) {
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
        return where.toString();
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
