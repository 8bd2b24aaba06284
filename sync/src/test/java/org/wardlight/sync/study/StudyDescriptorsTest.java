// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.DataSet;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.sync.Json;
import org.wardlight.sync.TestStudy;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.catalog.Pin;

class StudyDescriptorsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T07:10:00.123Z");

    private final MemoryBlobs blobs = new MemoryBlobs();
    private final MemoryCatalog catalog = new MemoryCatalog(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_study_is_described_with_its_patient_frames_and_strips() throws IOException {
        TestStudy.ct(blobs, catalog, 65, 8);
        StudyDescriptor study = describe();
        assertThat(study.patient().name()).isEqualTo("ZZTEST, Aled (Mr)");
        assertThat(study.patient().nhsNumber()).isEqualTo("9990000018");
        assertThat(study.asOf()).isEqualTo("2026-11-25T07:10:00Z");
        StudyDescriptor.Series series = study.series().get(0);
        assertThat(series.kinds()).hasSize(1);
        assertThat(series.strip()).isEqualTo(new StudyDescriptor.Strip(128, 8, 64, 2));
        assertThat(series.frames()).hasSize(65);
        assertThat(series.frames().get(1).position()).containsExactly(-179.2, -179.2, 1.4);
        BlobHash first = catalog.instance(TestStudy.SERIES + ".1")
                .orElseThrow()
                .instance()
                .blob();
        assertThat(series.instances().get(0).version()).isEqualTo(first.hex().substring(0, 8));
    }

    @Test
    void the_descriptor_is_the_same_to_the_byte_until_something_changes() throws IOException {
        TestStudy.ct(blobs, catalog, 3, 8);
        byte[] before = Json.bytes(describe());
        assertThat(Json.bytes(describe())).isEqualTo(before);
        StudyDescriptor old = describe();
        TestStudy.store(blobs, catalog, TestStudy.slice(4, 8).build());
        assertThat(describe().version()).isNotEqualTo(old.version());
        assertThat(describe().series().get(0).version())
                .isNotEqualTo(old.series().get(0).version());
        assertThat(describe().series().get(0).instances())
                .startsWith(old.series().get(0).instances().toArray(StudyDescriptor.Instance[]::new));
    }

    @Test
    void slices_with_windows_of_their_own_are_kinds_of_their_own() throws IOException {
        for (int number = 1; number <= 4; number++) {
            DataSet slice = TestStudy.slice(number, 8)
                    .decimal(Tag.WINDOW_CENTER, number % 2 == 0 ? 40 : -600)
                    .build();
            TestStudy.store(blobs, catalog, slice);
        }
        StudyDescriptor.Series series = describe().series().get(0);
        assertThat(series.kinds()).hasSize(2);
        assertThat(series.frames().stream().map(StudyDescriptor.Frame::kind)).containsExactly(0, 1, 0, 1);
    }

    @Test
    void what_is_not_shown_is_named_with_its_reason_and_never_among_the_frames() throws IOException {
        TestStudy.ct(blobs, catalog, 2, 8);
        TestStudy.store(
                blobs,
                catalog,
                TestStudy.slice(3, 8).string(Tag.PATIENT_ID, "9990000026").build());
        TestStudy.store(
                blobs,
                catalog,
                TestStudy.slice(4, 8)
                        .string(Tag.SERIES_INSTANCE_UID, TestStudy.STUDY + ".5")
                        .string(Tag.MODALITY, "SR")
                        .remove(Tag.PIXEL_DATA)
                        .build());
        StudyDescriptor study = describe();
        assertThat(study.series()).hasSize(1);
        assertThat(study.series().get(0).frames()).hasSize(2);
        assertThat(study.omitted().stream().map(StudyDescriptor.Omitted::instance))
                .containsExactlyInAnyOrder(TestStudy.SERIES + ".3", TestStudy.SERIES + ".4");
        assertThat(study.omitted()).allSatisfy(one -> assertThat(one.reason()).isNotBlank());
    }

    @Test
    void a_copy_says_when_it_was_last_known_to_be_current() throws IOException {
        TestStudy.ct(blobs, catalog, 1, 8);
        String version = describe().version();
        Instant heard = Instant.parse("2026-11-25T09:30:00Z");
        catalog.putPin(new Pin(TestStudy.STUDY, "original", Pin.State.COMPLETE, 1, 1, 1, 1, null, heard));
        assertThat(describe().asOf()).isEqualTo("2026-11-25T09:30:00Z");
        assertThat(describe().version()).isEqualTo(version);
    }

    @Test
    void absent_facts_are_null_on_the_wire_and_read_back_the_same() throws IOException {
        TestStudy.ct(blobs, catalog, 2, 8);
        byte[] json = Json.bytes(describe());
        assertThat(new String(json, java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("{\"study\":\"2.25.77\",\"version\":")
                .contains("\"accession\":null");
        assertThat(Json.read(json, StudyDescriptor.class)).isEqualTo(describe());
    }

    @Test
    void a_CT_of_300_slices_is_described_in_less_than_12_kB_compressed() throws IOException {
        TestStudy.ct(blobs, catalog, 300, 8);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(Json.bytes(describe()));
        }
        assertThat(zipped.size()).isLessThan(12_000);
    }

    @Test
    void a_study_that_is_not_here_has_no_descriptor() {
        assertThat(List.of(new StudyDescriptors(catalog).of("2.25.1"))).allMatch(found -> found.isEmpty());
    }

    private StudyDescriptor describe() {
        return new StudyDescriptors(catalog).of(TestStudy.STUDY).orElseThrow();
    }
}
