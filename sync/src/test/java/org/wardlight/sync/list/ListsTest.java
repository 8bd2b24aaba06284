// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.sync.sqlite.SqliteFile;

class ListsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T07:10:00Z");
    private static final WardList WARD = new WardList(
            "Ward 7B",
            NOW,
            List.of(
                    ListEntry.patient("9990000018"),
                    new ListEntry(ListEntry.Kind.PATIENT, "123", "HOSPITAL"),
                    ListEntry.study("1.2.3.4.5.6")));

    @TempDir
    Path folder;

    @Test
    void lists_come_back_in_the_order_in_which_they_were_given_and_outlast_the_process() {
        Path path = folder.resolve("catalog.sqlite");
        WardList clinic = new WardList("clinic", NOW, List.of());
        try (SqliteFile file = SqliteFile.open(path)) {
            for (Lists lists : List.of(new MemoryLists(), new SqliteLists(file))) {
                lists.put(WARD);
                lists.put(clinic);
                assertThat(lists.all()).containsExactly(clinic, WARD);
                assertThat(lists.named("WARD 7b")).contains(WARD);
            }
        }
        try (SqliteFile again = SqliteFile.open(path)) {
            assertThat(new SqliteLists(again).all()).containsExactly(clinic, WARD);
        }
    }

    @Test
    void a_rule_is_kept_and_what_left_is_forgotten_with_its_list() {
        try (SqliteFile file = SqliteFile.open(folder.resolve("catalog.sqlite"))) {
            for (Lists lists : List.of(new MemoryLists(), new SqliteLists(file))) {
                WardList ruled =
                        new WardList("Ward 7B", NOW, List.of(), new ListRule("7B*", List.of("CT"), 3, "Evans"));
                lists.put(ruled);
                assertThat(lists.named("ward 7b")).contains(ruled);
                Departure one = new Departure("Ward 7B", "1.1", "A", Departure.Why.DELETED, "amy", NOW);
                Departure two = new Departure("Ward 7B", "1.2", "A", Departure.Why.CORRECTED, "amy", NOW);
                lists.left(one);
                lists.left(two);
                lists.left(new Departure("Other", "1.2", "A", Departure.Why.CORRECTED, "amy", NOW));
                lists.put(ruled);
                assertThat(lists.departures("WARD 7B")).containsExactly(two, one);
                lists.remove("Ward 7B");
                assertThat(lists.departures("Ward 7B")).isEmpty();
            }
        }
    }

    @Test
    void a_name_is_one_list_in_any_case() {
        try (SqliteFile file = SqliteFile.open(folder.resolve("catalog.sqlite"))) {
            for (Lists lists : List.of(new MemoryLists(), new SqliteLists(file))) {
                lists.put(WARD);
                WardList other = new WardList("ward 7b", NOW, List.of(ListEntry.patient("1")));
                lists.put(other);
                assertThat(lists.all()).containsExactly(other);
                assertThat(lists.remove("WARD 7B")).isTrue();
                assertThat(lists.remove("WARD 7B")).isFalse();
                assertThat(lists.all()).isEmpty();
            }
        }
    }

    @Test
    void what_cannot_be_kept_is_refused_in_words() {
        assertThatThrownBy(() -> new WardList("a/b", NOW, List.of())).hasMessageContaining("slash");
        assertThatThrownBy(() -> new WardList(" ", NOW, List.of())).hasMessageContaining("1 to 64");
        List<ListEntry> many = IntStream.rangeClosed(0, WardList.MOST)
                .mapToObj(i -> ListEntry.patient("p" + i))
                .toList();
        assertThatThrownBy(() -> new WardList("w", NOW, many)).hasMessageContaining("2000");
        List<ListEntry> repeats = Collections.nCopies(3000, ListEntry.patient("1"));
        assertThat(new WardList("w", NOW, repeats).entries()).hasSize(1);
    }
}
