// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.Arrival;
import org.wardlight.sync.catalog.Change;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.catalog.NewInstance;
import org.wardlight.sync.catalog.StudySummary;

class IngesterTest {
    @TempDir
    Path folder;

    private final MemoryBlobs blobs = new MemoryBlobs();
    private final MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());
    private final Ingester ingester = new Ingester(blobs, catalog, Limits.STANDARD);

    private Outcome ingest(byte[] bytes) throws IOException {
        return ingester.ingest(IngestItem.stream("it", new ByteArrayInputStream(bytes)));
    }

    private List<BlobHash> kept() {
        List<BlobHash> kept = new ArrayList<>();
        blobs.forEach((hash, bytes) -> kept.add(hash));
        return kept;
    }

    @Test
    void an_object_becomes_a_blob_a_row_and_an_entry_in_the_change_log() throws IOException {
        Fixtures ct = Fixtures.ct().rows(4).columns(4);
        Outcome outcome = ingest(ct.bytes(0));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ADDED);
        assertThat(outcome.bytes()).isEqualTo(ct.bytes(0).length);
        assertThat(kept()).containsExactly(BlobHash.hashing(ct.bytes(0)));
        StudySummary study = catalog.study(ct.studyUid()).orElseThrow().summary();
        assertThat(study.patient().name().display()).isEqualTo("ZZTEST, ALED");
        assertThat(study.patient().nhsNumber()).contains("9990000018");
        assertThat(study.patient().birthDate()).isEqualTo("1957-03-14");
        assertThat(study.study().date()).isEqualTo("2026-11-24");
        assertThat(study.study().time()).isEqualTo("16:05");
        assertThat(study.study().accession()).isEqualTo("RXX0012345");
        NewInstance object = java.util.Objects.requireNonNull(outcome.object());
        assertThat(java.util.Objects.requireNonNull(object.instance().header())
                        .kinds()
                        .get(0)
                        .rows())
                .isEqualTo(4);
        assertThat(catalog.changes(0, 10)).extracting(Change::instance).containsExactly(ct.instanceUid(0));
    }

    @Test
    void the_same_object_again_is_a_duplicate_and_another_of_its_uid_a_conflict() throws IOException {
        Fixtures ct = Fixtures.ct().rows(4).columns(4);
        ingest(ct.bytes(0));
        assertThat(ingest(ct.bytes(0)).kind()).isEqualTo(Outcome.Kind.DUPLICATE);
        Outcome conflict = ingest(ct.values((slice, row, column) -> 9).bytes(0));
        assertThat(conflict.kind()).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(conflict.reason()).contains("same SOP Instance UID");
        assertThat(kept()).hasSize(2);
    }

    @Test
    void a_slice_of_another_patient_is_flagged() throws IOException {
        Fixtures ct = Fixtures.ct().rows(4).columns(4).slices(2);
        ingest(ct.bytes(0));
        Outcome conflict = ingest(ct.patient("ZZTEST^BEA", "9990000026").bytes(1));
        assertThat(conflict.kind()).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(conflict.reason()).contains("another patient");
    }

    @Test
    void what_is_no_object_is_rejected_with_its_reason_and_leaves_no_blob() throws IOException {
        byte[] whole = Fixtures.ct().bytes(0);
        assertRejected(new byte[0], "empty");
        assertRejected("a letter about the patient".repeat(50).getBytes(StandardCharsets.UTF_8), "text");
        assertRejected(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F'}, "JPEG");
        assertRejected(Arrays.copyOf(whole, whole.length - 100), "truncated");
        assertRejected(Arrays.copyOf(whole, 300), "left in the file");
        assertThat(kept()).isEmpty();
        assertThat(catalog.changes(0, 10)).isEmpty();
    }

    private void assertRejected(byte[] bytes, String reason) throws IOException {
        Outcome outcome = ingest(bytes);
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.REJECTED);
        assertThat(outcome.reason()).containsIgnoringCase(reason);
        assertThat(outcome.object()).isNull();
    }

    @Test
    void an_object_that_belongs_to_no_study_is_rejected() throws IOException {
        for (int tag : new int[] {Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID}) {
            DataSet without = Fixtures.ct().dataSet(0).toBuilder().remove(tag).build();
            assertRejected(Written.bytes(without), "no S");
            DataSet odd =
                    Fixtures.ct().dataSet(0).toBuilder().string(tag, "../etc").build();
            assertRejected(Written.bytes(odd), "is no UID");
        }
    }

    @Test
    void an_object_without_a_picture_is_kept_with_the_reason() throws IOException {
        DataSet report = Fixtures.ct().dataSet(0).toBuilder()
                .remove(Tag.PIXEL_DATA)
                .string(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.88.22")
                .build();
        Outcome outcome = ingest(Written.bytes(report));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ADDED);
        assertThat(java.util.Objects.requireNonNull(outcome.object()).instance().omitted())
                .isPresent();
    }

    @Test
    void a_folder_is_taken_in_whatever_lies_in_it() throws IOException {
        Fixtures.ct().rows(4).columns(4).slices(70).write(folder);
        byte[] whole = Fixtures.dx().bytes(0);
        Files.writeString(folder.resolve("a-letter.txt"), "a letter about the patient".repeat(50));
        Files.write(folder.resolve("empty"), new byte[0]);
        Files.write(folder.resolve("truncated.dcm"), Arrays.copyOf(whole, whole.length - 10));
        Files.write(
                folder.resolve("photo.dcm"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16});
        Files.write(folder.resolve("huge.dcm"), Written.declaring(whole, 10_000_000_000L));
        List<Outcome> heard = new ArrayList<>();
        List<Outcome> announced = new ArrayList<>();
        ingester.addListener(announced::addAll);
        IngestReport report = ingester.ingest(new FolderSource(folder), heard::addAll);
        assertThat(report.added()).isEqualTo(70);
        assertThat(report.rejected()).isEqualTo(5);
        assertThat(report.allGood()).isFalse();
        assertThat(report.problems())
                .allMatch(problem -> !problem.reason().isEmpty())
                .extracting(problem -> Path.of(problem.name()).getFileName().toString())
                .containsExactly("a-letter.txt", "empty", "huge.dcm", "photo.dcm", "truncated.dcm");
        assertThat(heard).hasSize(75).isEqualTo(announced);
        assertThat(kept()).hasSize(70);
        IngestReport again = ingester.ingest(new FolderSource(folder), outcomes -> {});
        assertThat(again.duplicates()).isEqualTo(70);
        assertThat(again.added()).isZero();
    }

    @Test
    void a_stream_that_breaks_is_the_fault_of_the_item_and_not_of_the_store() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset by 10.0.0.1");
            }
        };
        Outcome outcome = ingester.ingest(IngestItem.stream("it", broken));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.REJECTED);
        assertThat(outcome.reason()).contains("cannot be read").doesNotContain("10.0.0.1");
    }

    @Test
    void blobs_that_are_here_can_be_catalogued_anew() throws IOException {
        Fixtures ct = Fixtures.ct().rows(4).columns(4).slices(2);
        BlobHash first = blobs.put(new ByteArrayInputStream(ct.bytes(0)));
        BlobHash second = blobs.put(new ByteArrayInputStream(ct.bytes(1)));
        BlobHash tile = blobs.put(new ByteArrayInputStream("no object".getBytes(StandardCharsets.UTF_8)));
        for (Outcome.Kind kind : List.of(Outcome.Kind.ADDED, Outcome.Kind.DUPLICATE)) {
            assertThat(ingester.catalogue(List.of(first, tile, second)))
                    .extracting(Outcome::kind)
                    .containsExactly(kind, Outcome.Kind.REJECTED, kind);
        }
        assertThat(kept()).hasSize(3);
        BlobHash absent = BlobHash.hashing(new byte[] {1});
        assertThatThrownBy(() -> ingester.catalogue(List.of(absent))).isInstanceOf(IOException.class);
    }

    private Arrival ingested(Fixtures ct, int whole, boolean truncated) throws IOException {
        IngestSource source = sink -> {
            for (int i = 0; i < whole; i++) {
                sink.accept(IngestItem.stream("whole", new ByteArrayInputStream(ct.bytes(i))));
            }
            if (truncated) {
                byte[] cut = Arrays.copyOf(ct.bytes(whole), ct.bytes(whole).length - 5);
                sink.accept(IngestItem.stream("cut", new ByteArrayInputStream(cut)));
            }
        };
        ingester.ingest(source, outcomes -> {});
        return catalog.arrivals(List.of(ct.studyUid())).get(0);
    }

    @Test
    void e07_a_study_of_single_arrivals_is_never_called_whole_until_somebody_says_how_many_there_are()
            throws IOException {
        Fixtures ct = Fixtures.ct().rows(4).columns(4).slices(3);
        ingest(ct.bytes(0));
        assertThat(catalog.arrivals(List.of(ct.studyUid())).get(0).isSettled()).isFalse();
        assertThat(ingested(ct, 3, false).isSettled()).isTrue();
    }

    @Test
    void a_truncated_object_is_missing_from_its_study_until_it_comes_whole() throws IOException {
        Fixtures ct = Fixtures.ct().rows(4).columns(4).slices(3);
        assertThat(ingested(ct, 2, true).missing()).isEqualTo(1);
        assertThat(ingested(ct, 3, false).isSettled()).isTrue();
        assertThat(ingested(ct, 2, true).isSettled()).isTrue();
    }
}
