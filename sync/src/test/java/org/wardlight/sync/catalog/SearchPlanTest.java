// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.sync.sqlite.SqliteFile;

/** No search reads through a table or sorts: SQLite's own plan says so. */
class SearchPlanTest {
    private static final List<StudyQuery> SEARCHES = List.of(
            StudyQuery.text("", 50),
            StudyQuery.text("smith", 50),
            StudyQuery.text("山田 thorax", 50),
            StudyQuery.text("999 000 0018", 50),
            new StudyQuery("", List.of(), "2026-01-01", "2026-02-01", 50, null),
            new StudyQuery("", List.of("CT", "MR"), null, null, 50, null),
            new StudyQuery("smith", List.of("CT"), "2026-01-01", null, 50, "zzz"),
            new StudyQuery("", List.of(), null, null, 50, null, List.of("mith")),
            new StudyQuery("jo", List.of("CT"), "2026-01-01", null, 50, null, List.of("mith", "x")));

    @TempDir
    Path folder;

    @Test
    void no_search_reads_through_a_table_or_sorts() {
        try (SqliteFile file = SqliteFile.open(folder.resolve("catalog.sqlite"))) {
            new SqliteCatalog(file, Clock.systemUTC()).store(Rows.ct().row());
            for (StudyQuery query : SEARCHES) {
                assertThat(plan(file, query))
                        .as(query.toString())
                        .isNotEmpty()
                        .allMatch(line -> line.startsWith("SEARCH study ")
                                || line.matches("SCAN study_(words|grams) VIRTUAL TABLE INDEX \\d+:.*[M=].*"));
            }
        }
    }

    @Test
    void a_part_of_two_letters_is_the_one_search_that_reads_on() {
        try (SqliteFile file = SqliteFile.open(folder.resolve("catalog.sqlite"))) {
            assertThat(plan(file, new StudyQuery("", List.of(), null, null, 50, null, List.of("mi"))))
                    .noneMatch(line -> line.contains("TEMP B-TREE"))
                    .noneMatch(line -> line.contains(":M"));
        }
    }

    @Test
    void rows_are_found_by_their_uids_patient_and_blob_through_indexes() {
        try (SqliteFile file = SqliteFile.open(folder.resolve("catalog.sqlite"))) {
            List<String> lookups = List.of(
                    "SELECT * FROM study WHERE uid = ''",
                    "SELECT * FROM study WHERE patient_id = '' ORDER BY id",
                    "SELECT * FROM series WHERE uid = ''",
                    "SELECT * FROM instance WHERE uid = ''",
                    "SELECT 1 FROM instance WHERE blob = ''",
                    "SELECT * FROM tombstone WHERE study = '' AND series IN ('', 'a') AND instance IN ('', 'b')",
                    "SELECT * FROM correction WHERE study = '' ORDER BY id",
                    "SELECT blob FROM waste WHERE study = '' AND going = 0",
                    "SELECT * FROM change WHERE cursor > 5 ORDER BY cursor LIMIT 9",
                    "SELECT max(id) FROM study WHERE id BETWEEN 1 AND 2");
            assertThat(lookups.stream().flatMap(sql -> explain(file, sql)))
                    .filteredOn(line -> !line.startsWith("USE TEMP B-TREE FOR LAST"))
                    .allMatch(line -> line.startsWith("SEARCH "));
        }
    }

    private static List<String> plan(SqliteFile file, StudyQuery query) {
        StudySearch.Statement statement = StudySearch.statement(query);
        return file.read(handle -> handle.createQuery("EXPLAIN QUERY PLAN " + statement.sql())
                .bindMap(statement.values())
                .map((rows, context) -> rows.getString("detail"))
                .list());
    }

    private static Stream<String> explain(SqliteFile file, String sql) {
        return file
                .read(handle -> handle.createQuery("EXPLAIN QUERY PLAN " + sql)
                        .map((rows, context) -> rows.getString("detail"))
                        .list())
                .stream();
    }
}
