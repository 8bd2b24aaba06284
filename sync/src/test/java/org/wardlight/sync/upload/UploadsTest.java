// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.upload.Upload.State;
import org.wardlight.sync.upload.UploadException.Why;

/** Uploads in a real folder, into a real pipeline. */
class UploadsTest {
    private static final Fixtures CT = Fixtures.ct().rows(4).columns(4).slices(3);
    private static final String AMY = "user:amy";

    @TempDir
    Path folder;

    private final MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());
    private final List<String> finished = new ArrayList<>();
    private final List<Uploads> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (Uploads uploads : opened) {
            uploads.close();
        }
    }

    private Uploads open(Clock clock) throws IOException {
        Ingester ingester = new Ingester(new MemoryBlobs(), catalog, Limits.STANDARD);
        UploadReader reader =
                new UploadReader(ingester, (upload, result) -> finished.add(upload.owner() + " " + result.studies()));
        Uploads uploads = new Uploads(folder.resolve("uploads"), reader, clock);
        uploads.start();
        opened.add(uploads);
        return uploads;
    }

    private Uploads open() throws IOException {
        return open(Clock.systemUTC());
    }

    private static byte[] archive() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 3; i++) {
                zip.putNextEntry(new ZipEntry("a/im" + i + ".dcm"));
                zip.write(CT.bytes(i));
            }
            zip.putNextEntry(new ZipEntry("notes.txt"));
            zip.write("seen by nobody".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Upload send(Uploads uploads, Upload upload, byte[] file, int from, int to) throws Exception {
        byte[] piece = Arrays.copyOfRange(file, from, to);
        return uploads.append(AMY, upload.id(), from, piece, BlobHash.hashing(piece));
    }

    private static Upload read(Uploads uploads, String id) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            Upload upload = uploads.of(AMY, id).orElseThrow();
            if (upload.state() == State.DONE || upload.state() == State.FAILED) {
                return upload;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("not read in 10 s");
    }

    @Test
    void an_archive_that_came_in_pieces_is_taken_in_and_says_what_was_not() throws Exception {
        byte[] file = archive();
        Uploads uploads = open();
        Upload begun = uploads.begin(AMY, "ct.zip", "k", file.length);
        send(uploads, begun, file, 0, 100);
        send(uploads, begun, file, 100, file.length);
        Upload done = read(uploads, begun.id());
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.result().added()).isEqualTo(3);
        assertThat(done.result().rejected()).isEqualTo(1);
        assertThat(done.result().studies()).containsExactly(CT.studyUid());
        assertThat(done.result().problems())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.name()).isEqualTo("ct.zip/notes.txt"));
        assertThat(catalog.study(CT.studyUid())).isPresent();
        assertThat(finished).containsExactly(AMY + " [" + CT.studyUid() + "]");
        assertThat(folder.resolve("uploads").resolve(begun.id() + ".part")).doesNotExist();
    }

    @Test
    void one_object_needs_no_archive() throws Exception {
        byte[] file = CT.bytes(0);
        Uploads uploads = open();
        Upload begun = uploads.begin(AMY, "im1", "k", file.length);
        send(uploads, begun, file, 0, file.length);
        assertThat(read(uploads, begun.id()).result().added()).isEqualTo(1);
    }

    @Test
    void an_upload_goes_on_after_the_program_was_ended_where_the_bytes_end() throws Exception {
        byte[] file = archive();
        Uploads before = open();
        Upload begun = before.begin(AMY, "ct.zip", "k", file.length);
        send(before, begun, file, 0, 100);
        Uploads after = open();
        assertThat(after.begin(AMY, "ct.zip", "k", file.length).received()).isEqualTo(100);
        send(after, begun, file, 100, file.length);
        assertThat(read(after, begun.id()).result().added()).isEqualTo(3);
    }

    @Test
    void what_was_complete_but_not_read_when_the_program_ended_is_read_at_the_next_start() throws Exception {
        byte[] file = archive();
        Uploads before = open();
        Upload begun = before.begin(AMY, "ct.zip", "k", file.length);
        send(before, begun, file, 0, file.length);
        read(before, begun.id());
        // As it was just before: all bytes here, the note says that they are to be read.
        Path note = folder.resolve("uploads").resolve(begun.id() + ".json");
        Files.writeString(note, Files.readString(note).replace("\"DONE\"", "\"READING\""));
        Files.write(folder.resolve("uploads").resolve(begun.id() + ".part"), file);
        Upload again = read(open(), begun.id());
        assertThat(again.result().duplicates() + again.result().added()).isEqualTo(3);
    }

    @Test
    void damaged_and_misplaced_pieces_change_nothing() throws Exception {
        byte[] file = archive();
        Uploads uploads = open();
        Upload begun = uploads.begin(AMY, "ct.zip", "k", file.length);
        byte[] piece = Arrays.copyOf(file, 100);
        BlobHash other = BlobHash.hashing(file);
        assertThatThrownBy(() -> uploads.append(AMY, begun.id(), 0, piece, other))
                .hasMessage(Why.DAMAGED.name());
        assertThatThrownBy(() -> send(uploads, begun, file, 50, 100)).hasMessage(Why.ELSEWHERE.name());
        byte[] longer = Arrays.copyOf(file, file.length + 1);
        assertThatThrownBy(() -> send(uploads, begun, longer, 0, longer.length)).hasMessage(Why.DAMAGED.name());
        assertThat(uploads.of(AMY, begun.id()).orElseThrow().received()).isZero();
    }

    @Test
    void nobody_else_sees_or_adds_to_an_upload() throws Exception {
        Uploads uploads = open();
        Upload begun = uploads.begin(AMY, "ct.zip", "k", 10);
        assertThat(uploads.of("user:ben")).isEmpty();
        assertThatThrownBy(() -> uploads.append("user:ben", begun.id(), 0, new byte[1], BlobHash.hashing(new byte[1])))
                .hasMessage(Why.UNKNOWN.name());
        assertThatThrownBy(() -> uploads.discard("user:ben", begun.id())).hasMessage(Why.UNKNOWN.name());
    }

    @Test
    void too_large_files_are_refused_and_what_is_discarded_or_a_week_old_is_gone() throws Exception {
        Uploads uploads = open();
        assertThatThrownBy(() -> uploads.begin(AMY, "x", "k", Uploads.LARGEST + 1))
                .hasMessage(Why.TOO_MUCH.name());
        Upload begun = uploads.begin(AMY, "x", "k", 10);
        uploads.discard(AMY, begun.id());
        assertThat(uploads.of(AMY)).isEmpty();
        Upload old = uploads.begin(AMY, "y", "k", 10);
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(8)), ZoneOffset.UTC);
        assertThat(open(later).of(AMY, old.id())).isEmpty();
        try (var left = Files.list(folder.resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
    }
}
