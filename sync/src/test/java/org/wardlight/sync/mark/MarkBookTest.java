// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.sync.account.Caller;
import org.wardlight.sync.account.Reach;
import org.wardlight.sync.account.Role;
import org.wardlight.sync.sqlite.SqliteFile;

class MarkBookTest {
    private static final String STUDY = "2.25.1";
    private static final String MARK = UUID.randomUUID().toString();
    private static final Caller DOCTOR = new Caller("user:evans", "Dr Evans", Role.EDITOR, Reach.ALL);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private void each(Consumer<MarkBook> test) {
        test.accept(new MemoryMarkBook(NOON));
        try (SqliteFile file = SqliteFile.open(folder.resolve("catalog.sqlite"))) {
            test.accept(new SqliteMarkBook(file, NOON));
        }
    }

    private static MarkShape line(double to) {
        return new MarkShape("2.25.1.1", 1, "length", List.of(List.of(0.5, 0.5), List.of(to, 0.5)), "");
    }

    private static MarkChange change(int base, @Nullable MarkShape shape) {
        return new MarkChange(UUID.randomUUID().toString(), MARK, base, shape);
    }

    @Test
    void each_change_makes_a_version_that_says_who_and_when() {
        each(book -> {
            assertThat(book.put(STUDY, change(0, line(5)), DOCTOR).isKept()).isTrue();
            assertThat(book.put(STUDY, change(1, line(9)), DOCTOR).isKept()).isTrue();
            assertThat(book.of(STUDY)).singleElement().satisfies(mark -> {
                assertThat(mark.version()).isEqualTo(2);
                assertThat(mark.shape()).isEqualTo(line(9));
                assertThat(mark.authorName()).isEqualTo("Dr Evans");
                assertThat(mark.at()).isEqualTo(NOON.instant());
            });
            assertThat(book.of("2.25.9")).isEmpty();
        });
    }

    @Test
    void a_change_that_is_sent_again_is_the_same_change() {
        each(book -> {
            MarkChange made = change(0, line(5));
            book.put(STUDY, made, DOCTOR);
            book.put(STUDY, change(1, line(9)), DOCTOR);
            MarkBook.Outcome again = book.put(STUDY, made, DOCTOR);
            assertThat(again.isKept()).isTrue();
            assertThat(again.mark()).extracting(KeptMark::version).isEqualTo(2);
            assertThat(book.of(STUDY))
                    .singleElement()
                    .extracting(KeptMark::shape)
                    .isEqualTo(line(9));
        });
    }

    @Test
    void a_change_of_another_version_is_not_kept_and_the_newest_is_told() {
        each(book -> {
            book.put(STUDY, change(0, line(5)), DOCTOR);
            MarkBook.Outcome late = book.put(STUDY, change(0, line(7)), DOCTOR);
            assertThat(late.isKept()).isFalse();
            assertThat(late.mark()).extracting(KeptMark::shape).isEqualTo(line(5));
        });
    }

    @Test
    void a_mark_of_another_study_is_neither_changed_nor_told() {
        each(book -> {
            book.put(STUDY, change(0, line(5)), DOCTOR);
            MarkBook.Outcome other = book.put("2.25.2", change(1, line(7)), DOCTOR);
            assertThat(other).isEqualTo(new MarkBook.Outcome(false, null));
        });
    }

    @Test
    void what_is_deleted_is_gone_and_may_come_back() {
        each(book -> {
            book.put(STUDY, change(0, line(5)), DOCTOR);
            book.put(STUDY, change(1, null), DOCTOR);
            assertThat(book.of(STUDY)).isEmpty();
            book.put(STUDY, change(2, line(6)), DOCTOR);
            assertThat(book.of(STUDY)).hasSize(1);
        });
    }

    @Test
    void what_is_no_mark_is_refused() {
        assertThatThrownBy(() -> new MarkShape("x", 1, "probe", List.of(List.of(1.0, 1.0)), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MarkShape("1.2", 1, "length", List.of(List.of(1.0, 1.0)), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MarkShape("1.2", 1, "probe", List.of(List.of(1.0, Double.NaN)), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MarkShape("1.2", 1, "probe", List.of(List.of(1.0, 1.0)), "x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MarkChange("nonsense", MARK, 0, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
