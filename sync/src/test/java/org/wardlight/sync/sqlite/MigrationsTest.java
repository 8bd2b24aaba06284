// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    private static final Migrations OLDER = new Migrations("db/older", 1, 1);
    private static final Migrations NEWER = new Migrations("db/newer", 2, 2);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("it's.db");
    }

    private static List<String> columns(SqliteFile file) {
        return file.read(handle -> handle.createQuery("SELECT name FROM pragma_table_info('note')")
                .mapTo(String.class)
                .list());
    }

    @Test
    void a_file_of_an_older_version_is_copied_and_then_brought_up_to_date() {
        try (SqliteFile file = SqliteFile.open(file(), OLDER)) {
            file.write(handle -> handle.execute("INSERT INTO note (words) VALUES ('keep me')"));
        }
        try (SqliteFile file = SqliteFile.open(file(), NEWER)) {
            assertThat(columns(file)).containsExactly("id", "words", "author");
        }
        try (SqliteFile copy = SqliteFile.open(folder.resolve("it's.db.before-2"), OLDER)) {
            assertThat(columns(copy)).containsExactly("id", "words");
            List<String> words = copy.read(handle -> handle.createQuery("SELECT words FROM note")
                    .mapTo(String.class)
                    .list());
            assertThat(words).containsExactly("keep me");
        }
    }

    @Test
    void a_new_or_current_file_is_not_copied() throws IOException {
        SqliteFile.open(file(), NEWER).close();
        SqliteFile.open(file(), NEWER).close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains("before"));
        }
    }

    @Test
    void a_file_of_a_newer_version_is_left_alone_and_says_what_to_do() {
        SqliteFile.open(file(), NEWER).close();
        assertThatThrownBy(() -> SqliteFile.open(file(), OLDER))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("newer version")
                .hasMessageContaining("tables 2");
    }

    @Test
    void several_may_open_a_new_file_at_once() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> opened = Stream.generate(() -> pool.submit(() -> {
                        try (SqliteFile file = SqliteFile.open(file(), NEWER)) {
                            return columns(file);
                        }
                    }))
                    .limit(4)
                    .toList();
            for (Future<List<String>> columns : opened) {
                assertThat(columns.get()).contains("author");
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void the_newest_number_is_that_of_the_newest_file() throws IOException, URISyntaxException {
        Path files = Path.of(Objects.requireNonNull(MigrationsTest.class.getResource("/db/migration"))
                .toURI());
        try (Stream<Path> list = Files.list(files)) {
            assertThat(list.map(path -> path.getFileName().toString()))
                    .hasSize(Migrations.STANDARD.count())
                    .anyMatch(name -> name.startsWith("V%03d__".formatted(Migrations.STANDARD.newest())));
        }
    }
}
