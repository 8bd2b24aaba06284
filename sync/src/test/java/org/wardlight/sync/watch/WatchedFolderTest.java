// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.blob.Blobs;
import org.wardlight.sync.blob.DirectoryBlobs;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.ingest.Ingester;

class WatchedFolderTest {
    private static final Fixtures CT = Fixtures.ct().rows(4).columns(4).slices(3);

    @TempDir
    Path folder;

    private final MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());

    private WatchedFolder watched(After after, Blobs blobs) throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Ingester ingester = new Ingester(blobs, catalog, Limits.STANDARD);
        return new WatchedFolder(folder.resolve("in"), after, ingester, Clock.systemUTC(), Duration.ZERO);
    }

    private Path put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private int instances() {
        return catalog.study(CT.studyUid())
                .map(study -> study.summary().instances())
                .orElse(0);
    }

    @Test
    void a_file_is_taken_when_it_has_stopped_growing() throws IOException {
        WatchedFolder watched = watched(After.MOVE, new MemoryBlobs());
        byte[] whole = CT.bytes(0);
        put("a/im", Arrays.copyOf(whole, 400));
        assertThat(watched.look()).isEqualTo(new WatchedFolder.Looked(0, 0, 1));
        Path file = put("a/im", whole);
        assertThat(watched.look()).isEqualTo(new WatchedFolder.Looked(0, 0, 1));
        assertThat(watched.look()).isEqualTo(new WatchedFolder.Looked(1, 0, 0));
        assertThat(instances()).isEqualTo(1);
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("in/done/a/im")).hasBinaryContent(whole);
        assertThat(watched.look()).isEqualTo(new WatchedFolder.Looked(0, 0, 0));
    }

    @Test
    void what_is_not_taken_is_kept_with_its_reason_and_nothing_is_overwritten() throws IOException {
        WatchedFolder watched = watched(After.MOVE, new MemoryBlobs());
        for (int i = 0; i < 2; i++) {
            put("note.txt", ("no image " + i).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            watched.look();
            assertThat(watched.look().rejected()).isEqualTo(1);
        }
        assertThat(folder.resolve("in/rejected/note.txt")).hasContent("no image 0");
        assertThat(folder.resolve("in/rejected/note.txt-2")).hasContent("no image 1");
        assertThat(folder.resolve("in/rejected/note.txt.why")).content().contains("DICOM");
    }

    @Test
    void a_file_may_stay_where_it_is_and_is_taken_once() throws IOException {
        WatchedFolder watched = watched(After.LEAVE, new MemoryBlobs());
        Path file = put("im", CT.bytes(0));
        watched.look();
        assertThat(watched.look().taken()).isEqualTo(1);
        assertThat(watched.look()).isEqualTo(new WatchedFolder.Looked(0, 0, 1));
        assertThat(file).exists();
        Files.write(file, CT.bytes(1));
        watched.look();
        assertThat(watched.look().taken()).isEqualTo(1);
        assertThat(instances()).isEqualTo(2);
    }

    @Test
    void what_is_not_finished_or_leads_elsewhere_is_not_touched() throws IOException {
        WatchedFolder watched = watched(After.MOVE, new MemoryBlobs());
        Path outside = Files.write(folder.resolve("secret"), CT.bytes(0));
        Files.createSymbolicLink(folder.resolve("in/link"), outside);
        put("im.part", CT.bytes(0));
        put(".im", CT.bytes(0));
        put(".hidden/im", CT.bytes(0));
        watched.look();
        assertThat(watched.look()).isEqualTo(new WatchedFolder.Looked(0, 0, 0));
        assertThat(outside).exists();
        assertThat(instances()).isZero();
    }

    @Test
    void an_archive_is_opened_and_is_done_only_when_all_of_it_was_taken() throws IOException {
        WatchedFolder watched = watched(After.MOVE, new MemoryBlobs());
        Path zip = folder.resolve("in/study.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < 3; i++) {
                out.putNextEntry(new ZipEntry("im" + i));
                out.write(CT.bytes(i));
            }
        }
        put("bad.zip", new byte[] {'P', 'K', 3, 4, 0});
        watched.look();
        assertThat(watched.look()).isEqualTo(new WatchedFolder.Looked(1, 1, 0));
        assertThat(instances()).isEqualTo(3);
        assertThat(folder.resolve("in/done/study.zip")).exists();
        assertThat(folder.resolve("in/rejected/bad.zip.why")).content().contains("damaged or not whole");
    }

    @Test
    void a_store_that_takes_no_more_leaves_files_where_they_are_until_it_does() throws IOException {
        Path blobs = folder.resolve("blobs");
        WatchedFolder watched = watched(After.MOVE, new DirectoryBlobs(blobs));
        put("im", CT.bytes(0));
        watched.look();
        // A file in the place of a folder, as much as a full disk has to offer without one.
        org.assertj.core.util.Files.delete(blobs.toFile());
        Files.write(blobs, new byte[1]);
        assertThat(watched.look()).isEqualTo(new WatchedFolder.Looked(0, 0, 1));
        assertThat(folder.resolve("in/im")).exists();
        Files.delete(blobs);
        new DirectoryBlobs(blobs);
        assertThat(watched.look().taken()).isEqualTo(1);
    }

    @Test
    void a_thread_takes_what_comes_while_it_runs() throws Exception {
        WatchedFolder watched = watched(After.MOVE, new MemoryBlobs());
        try (WatchThread thread = WatchThread.start(watched, Duration.ofMillis(200), Duration.ofMillis(20))) {
            put("deep/er/im", CT.bytes(0));
            put("im", CT.bytes(1));
            for (int i = 0; i < 200 && instances() < 2; i++) {
                Thread.sleep(50);
            }
        }
        assertThat(instances()).isEqualTo(2);
    }
}
