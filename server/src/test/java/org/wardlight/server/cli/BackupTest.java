// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.server.wiring.Node;
import org.wardlight.server.wiring.ServerConfig.Store;
import org.wardlight.server.wiring.Wiring;
import org.wardlight.sync.catalog.Change;
import org.wardlight.sync.study.StudyDescriptor;

/** {@code backup}, {@code restore} and {@code doctor --rebuild} on real stores. */
class BackupTest {
    private static final Fixtures CT = Fixtures.ct().rows(4).columns(4).slices(3);

    @TempDir
    Path folder;

    private Path store;

    @BeforeEach
    void fill() throws IOException {
        store = folder.resolve("store");
        CT.write(Files.createDirectories(folder.resolve("files")));
        assertThat(importInto(store).exitCode()).isZero();
    }

    private Run importInto(Path place) {
        return Run.of("import", folder.resolve("files").toString(), "--store", place.toString());
    }

    private static StudyDescriptor descriptor(Path place) throws Exception {
        try (Node node = Wiring.open(new Store(place), Clock.systemUTC())) {
            return node.descriptors().of(CT.studyUid()).orElseThrow();
        }
    }

    private static List<Path> blobs(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place.resolve("blobs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void damage(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            bytes.write(new byte[4096]);
        }
    }

    @Test
    void a_store_comes_back_from_its_backup() throws Exception {
        Path backup = folder.resolve("backup");
        Path back = folder.resolve("back");
        assertThat(Run.of("backup", backup.toString(), "--store", store.toString())
                        .out())
                .contains("3 copied");
        assertThat(Run.of("restore", backup.toString(), "--store", back.toString())
                        .out())
                .contains("Restored: 3 copied", "0 missing");
        assertThat(descriptor(back)).isEqualTo(descriptor(store));
        assertThat(Run.of("doctor", "--verify", "--store", back.toString()).exitCode())
                .isZero();
    }

    @Test
    void the_next_backup_copies_what_is_new_alone_and_mends_what_was_damaged() throws Exception {
        Path backup = folder.resolve("backup");
        Run.of("backup", backup.toString(), "--store", store.toString());
        Fixtures.dx().rows(8).columns(8).write(folder.resolve("files"));
        importInto(store);
        assertThat(Run.of("backup", backup.toString(), "--store", store.toString(), "--json")
                        .out())
                .contains("\"copied\":1,", "\"there\":3,", "\"bad\":[]");
        damage(blobs(backup).get(0), 0);
        assertThat(Run.of(
                                "restore",
                                backup.toString(),
                                "--store",
                                folder.resolve("bad").toString())
                        .exitCode())
                .isEqualTo(1);
        assertThat(Run.of("backup", backup.toString(), "--verify", "--store", store.toString())
                        .out())
                .contains("1 copied", "0 missing");
        assertThat(Run.of(
                                "restore",
                                backup.toString(),
                                "--store",
                                folder.resolve("good").toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void nothing_is_restored_over_something_and_no_store_is_its_own_backup() {
        Path backup = folder.resolve("backup");
        Run.of("backup", backup.toString(), "--store", store.toString());
        assertThat(Run.of("restore", backup.toString(), "--store", store.toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(Run.of("backup", store.toString(), "--store", store.toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(Run.of(
                                "restore",
                                folder.toString(),
                                "--store",
                                folder.resolve("x").toString())
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void a_laptops_one_file_is_backed_up_and_restored_too() throws Exception {
        Path laptop = folder.resolve("laptop.sqlite");
        importInto(laptop);
        String backup = folder.resolve("copy.sqlite").toString();
        assertThat(Run.of("backup", backup, "--store", laptop.toString()).exitCode())
                .isZero();
        assertThat(Run.of("backup", backup, "--store", laptop.toString()).exitCode())
                .isZero();
        Path back = folder.resolve("back.sqlite");
        assertThat(Run.of("restore", backup, "--store", back.toString()).exitCode())
                .isZero();
        assertThat(descriptor(back)).isEqualTo(descriptor(laptop));
    }

    @Test
    void a_lost_catalog_is_rebuilt_from_the_blobs() throws Exception {
        StudyDescriptor before = descriptor(store);
        for (String part : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(store.resolve("catalog.sqlite" + part));
        }
        Run run = Run.of("doctor", "--rebuild", "--store", store.toString());
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("made anew: 3 objects");
        StudyDescriptor after = descriptor(store);
        assertThat(after.patient()).isEqualTo(before.patient());
        assertThat(after.series()).isEqualTo(before.series());
        assertThat(after.version().replaceAll("^\\d+", ""))
                .isEqualTo(before.version().replaceAll("^\\d+", ""));
        try (Node node = Wiring.open(new Store(store), Clock.systemUTC())) {
            assertThat(node.catalog().changes(0, 9))
                    .extracting(Change::cursor)
                    .as("above every cursor that a copy may have read")
                    .allMatch(cursor -> cursor > 1_700_000_000_000L);
        }
    }

    @Test
    void a_damaged_catalog_is_found_and_what_people_wrote_outlives_its_rebuilding() throws Exception {
        String password = Files.writeString(folder.resolve("typed"), "three random words\n")
                .toString();
        Run.of("user", "add", "amy", "--role", "admin", "--password-file", password, "--store", store.toString());
        Path catalog = store.resolve("catalog.sqlite");
        long page = pageOf(catalog);
        damage(catalog, page);
        Run found = Run.of("doctor", "--store", store.toString());
        assertThat(found.exitCode()).as(found.out()).isEqualTo(1);
        assertThat(found.out()).contains("damaged");
        Run rebuilt = Run.of("doctor", "--rebuild", "--store", store.toString());
        assertThat(rebuilt.exitCode()).as(rebuilt.out() + rebuilt.err()).isZero();
        assertThat(Run.of("user", "list", "--store", store.toString()).out()).contains("amy\tadmin");
        assertThat(descriptor(store).series().get(0).frames()).hasSize(3);
    }

    /** Where the table of objects begins: its first page. */
    private static long pageOf(Path catalog) throws Exception {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + catalog);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            try (var rows = statement.executeQuery("SELECT rootpage FROM sqlite_master WHERE name = 'instance'")) {
                rows.next();
                return (rows.getLong(1) - 1) * 4096;
            }
        }
    }
}
