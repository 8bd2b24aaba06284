// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.DicomReader;
import org.wardlight.rendering.dicom.FileByteSource;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.sync.blob.DirectoryBlobs;
import org.wardlight.sync.blob.IntegrityMismatch;
import org.wardlight.sync.catalog.Correction;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.PatientName;
import org.wardlight.sync.catalog.StudyRecord;
import org.wardlight.sync.dimse.Dcmtk;
import org.wardlight.sync.ingest.FolderSource;
import org.wardlight.sync.ingest.IngestItem;
import org.wardlight.sync.ingest.IngestReport;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.ingest.ZipLimits;
import org.wardlight.sync.ingest.ZipSource;
import org.wardlight.sync.media.MediaExport.Exported;

class MediaExportTest {
    private static final Fixtures CJK =
            Fixtures.ct().rows(4).columns(4).slices(3).patient("山田^太郎", "A-77");
    private static final Fixtures FILM =
            Fixtures.dx().rows(4).columns(4).seed("film").patient("Grün^Änne", "B 2");

    @TempDir
    Path folder;

    private MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());

    private Exported export(Medium medium) throws IOException {
        DirectoryBlobs blobs = new DirectoryBlobs(folder.resolve("blobs"));
        Ingester ingester = new Ingester(blobs, catalog, Limits.STANDARD);
        for (int i = 0; i < 3; i++) {
            ingester.ingest(IngestItem.stream("slice", new ByteArrayInputStream(CJK.bytes(i))));
        }
        ingester.ingest(IngestItem.stream("film", new ByteArrayInputStream(FILM.bytes(0))));
        return new MediaExport(catalog, blobs).write(studies(), "2.25.99", medium, done -> {});
    }

    private List<StudyRecord> studies() {
        return List.of(
                catalog.study(CJK.studyUid()).orElseThrow(),
                catalog.study(FILM.studyUid()).orElseThrow());
    }

    private Path zipped() throws IOException {
        Path zip = folder.resolve("out.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipMedium medium = new ZipMedium(out)) {
            export(medium);
        }
        return zip;
    }

    @Test
    void d13_names_in_any_script_make_files_of_short_names_in_capitals() throws IOException {
        try (ZipFile zip = new ZipFile(zipped().toFile())) {
            List<String> names = new ArrayList<>();
            zip.stream().map(ZipEntry::getName).forEach(names::add);
            assertThat(names)
                    .containsExactly(
                            "README.TXT",
                            "DICOM/S0000001/I0000001",
                            "DICOM/S0000001/I0000002",
                            "DICOM/S0000001/I0000003",
                            "DICOM/S0000002/I0000001",
                            "DICOMDIR")
                    .allMatch(name ->
                            Arrays.stream(name.split("/")).allMatch(part -> part.matches("[A-Z0-9_]{1,8}(\\.TXT)?")));
            assertThat(zip.getInputStream(zip.getEntry("DICOM/S0000001/I0000002"))
                            .readAllBytes())
                    .isEqualTo(CJK.bytes(1));
        }
    }

    @Test
    void what_was_exported_comes_in_again_whole_and_under_its_names() throws IOException {
        MemoryCatalog elsewhere = new MemoryCatalog(Clock.systemUTC());
        Ingester ingester = new Ingester(new DirectoryBlobs(folder.resolve("else")), elsewhere, Limits.STANDARD);
        IngestReport report = ingester.ingest(new ZipSource(zipped(), "out.zip", ZipLimits.STANDARD), outcomes -> {});
        assertThat(report.added()).isEqualTo(4);
        assertThat(report.problems()).extracting(problem -> problem.name()).containsExactly("out.zip/README.TXT");
        assertThat(elsewhere
                        .study(CJK.studyUid())
                        .orElseThrow()
                        .summary()
                        .patient()
                        .name())
                .isEqualTo(catalog.study(CJK.studyUid())
                        .orElseThrow()
                        .summary()
                        .patient()
                        .name());
    }

    @Test
    void records_lead_to_files_and_say_what_is_in_them() throws IOException {
        Path disc = Files.createDirectories(folder.resolve("disc"));
        assertThat(export(new FolderMedium(disc))).isEqualTo(new Exported(2, 4, 0, 0));
        DataSet directory;
        try (FileByteSource source = FileByteSource.open(disc.resolve("DICOMDIR"))) {
            directory = DicomReader.read(source, Limits.STANDARD).data();
            List<DataSet> records = directory.items(Tag.DIRECTORY_RECORD_SEQUENCE);
            assertThat(records)
                    .extracting(
                            record -> record.string(Tag.DIRECTORY_RECORD_TYPE).orElseThrow())
                    .containsExactly(
                            "PATIENT", "STUDY", "SERIES", "IMAGE", "IMAGE", "IMAGE", "PATIENT", "STUDY", "SERIES",
                            "IMAGE");
            assertThat(records.get(0).string(Tag.PATIENT_NAME)).contains("山田^太郎");
            assertThat(records.get(4).strings(Tag.REFERENCED_FILE_ID)).containsExactly("DICOM", "S0000001", "I0000002");
            assertThat(records.get(4).string(Tag.REFERENCED_SOP_INSTANCE_UID_IN_FILE))
                    .contains(CJK.instanceUid(1));
        }
        List<String> problems = new ArrayList<>();
        new FolderSource(disc).forEach(new org.wardlight.sync.ingest.IngestSink() {
            @Override
            public void accept(IngestItem item) {
                assertThat(item.name()).isNotEmpty();
            }

            @Override
            public void problem(String name, String reason) {
                problems.add(reason);
            }
        });
        assertThat(problems).isEmpty();
    }

    @Test
    void dcmtk_follows_every_offset_and_finds_every_attribute_that_a_record_must_have() throws Exception {
        Dcmtk.assumeInstalled("dcmmkdir");
        Path disc = Files.createDirectories(folder.resolve("disc"));
        export(new FolderMedium(disc));
        Dcmtk.Run dump = Dcmtk.run(folder, "dcmdump", disc.resolve("DICOMDIR").toString());
        assertThat(dump.code()).as(dump.output()).isZero();
        assertThat(dump.output().split("DirectoryRecordType", -1)).hasSize(11);
        // Appending reads the whole tree by its offsets, checks its records and that all their files are there.
        Files.write(disc.resolve("DICOM/MORE"), CJK.seed("more").bytes(0));
        Dcmtk.Run more = Dcmtk.run(
                folder,
                "dcmmkdir",
                "--append",
                "+id",
                disc.toString(),
                "+D",
                disc.resolve("DICOMDIR").toString(),
                "DICOM/MORE");
        assertThat(more.code()).as(more.output()).isZero();
        assertThat(more.output()).doesNotContain("E: ").doesNotContain("W: ");
        try (FileByteSource source = FileByteSource.open(disc.resolve("DICOMDIR"))) {
            assertThat(DicomReader.read(source, Limits.STANDARD).data().items(Tag.DIRECTORY_RECORD_SEQUENCE))
                    .hasSizeGreaterThanOrEqualTo(13);
        }
    }

    @Test
    void a_study_that_was_put_under_another_patient_leaves_under_that_one() throws IOException {
        export((path, content) -> content.writeTo(OutputStream.nullOutputStream()));
        PatientIdentity right = new PatientIdentity(PatientName.parse("Right^Ada"), "R 7", null, "1970-01-02", "F");
        catalog.amendments().correct(CJK.studyUid(), Correction.Scope.STUDY, right, "user:amy", "wrong worklist entry");
        Path disc = Files.createDirectories(folder.resolve("disc"));
        new MediaExport(catalog, new DirectoryBlobs(folder.resolve("blobs")))
                .write(
                        List.of(catalog.study(CJK.studyUid()).orElseThrow()),
                        "2.25.99",
                        new FolderMedium(disc),
                        done -> {});
        for (String file : List.of("DICOM/S0000001/I0000001", "DICOM/S0000001/I0000003")) {
            try (FileByteSource source = FileByteSource.open(disc.resolve(file))) {
                DataSet data = DicomReader.read(source, Limits.STANDARD).data();
                assertThat(data.string(Tag.PATIENT_ID)).contains("R 7");
                assertThat(data.string(Tag.PATIENT_NAME)).contains("Right^Ada");
            }
        }
        try (FileByteSource source = FileByteSource.open(disc.resolve("DICOMDIR"))) {
            DataSet patient = DicomReader.read(source, Limits.STANDARD)
                    .data()
                    .items(Tag.DIRECTORY_RECORD_SEQUENCE)
                    .get(0);
            assertThat(patient.string(Tag.PATIENT_ID)).contains("R 7");
            assertThat(patient.string(Tag.PATIENT_NAME)).contains("Right^Ada");
        }
    }

    @Test
    void a_damaged_object_ends_the_export_before_there_is_a_directory() throws IOException {
        export((path, content) -> content.writeTo(OutputStream.nullOutputStream()));
        try (var blobs = Files.walk(folder.resolve("blobs"))) {
            Path one = blobs.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(one);
            bytes[bytes.length - 1] ^= 1;
            one.toFile().setWritable(true);
            Files.write(one, bytes);
        }
        List<String> put = new ArrayList<>();
        MediaExport again = new MediaExport(catalog, new DirectoryBlobs(folder.resolve("blobs")));
        assertThatThrownBy(() -> again.write(
                        studies(),
                        "2.25.99",
                        (path, content) -> {
                            content.writeTo(OutputStream.nullOutputStream());
                            put.add(path);
                        },
                        done -> {}))
                .isInstanceOf(IntegrityMismatch.class);
        assertThat(put).doesNotContain("DICOMDIR");
    }

    @Test
    void what_contradicts_its_study_stays_behind_and_what_has_not_come_is_said() throws IOException {
        DirectoryBlobs blobs = new DirectoryBlobs(folder.resolve("blobs"));
        Ingester ingester = new Ingester(blobs, catalog, Limits.STANDARD);
        ingester.ingest(IngestItem.stream("one", new ByteArrayInputStream(CJK.bytes(0))));
        ingester.ingest(IngestItem.stream(
                "another patient's",
                new ByteArrayInputStream(CJK.patient("Else^Who", "C3").bytes(1))));
        catalog.expect(CJK.studyUid(), 5);
        StringBuilder readme = new StringBuilder();
        Exported exported = new MediaExport(catalog, blobs)
                .write(
                        List.of(catalog.study(CJK.studyUid()).orElseThrow()),
                        "2.25.99",
                        (path, content) -> {
                            var bytes = new java.io.ByteArrayOutputStream();
                            content.writeTo(bytes);
                            readme.append(
                                    path.equals("README.TXT")
                                            ? bytes.toString(java.nio.charset.StandardCharsets.US_ASCII)
                                            : "");
                        },
                        done -> {});
        assertThat(exported).isEqualTo(new Exported(1, 1, 3, 1));
        assertThat(readme)
                .contains("NOT COMPLETE: 3 more")
                .contains("1 objects were left out")
                .doesNotContain("太");
    }
}
