// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.ByteSource;
import org.wardlight.rendering.dicom.DataSetBuilder;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.rendering.phantom.Fixtures;
import org.wardlight.rendering.tile.Rendition;
import org.wardlight.rendering.tile.TileAddress;
import org.wardlight.sync.blob.DirectoryBlobs;
import org.wardlight.sync.catalog.Change;
import org.wardlight.sync.catalog.InstanceRecord;
import org.wardlight.sync.catalog.SqliteCatalog;
import org.wardlight.sync.catalog.Standing;
import org.wardlight.sync.catalog.StudyQuery;
import org.wardlight.sync.catalog.StudySummary;
import org.wardlight.sync.rendition.CacheLimits;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.rendition.RenditionException.IdentityMismatch;
import org.wardlight.sync.sqlite.SqliteFile;
import org.wardlight.sync.study.StudyDescriptor;
import org.wardlight.sync.study.StudyDescriptors;

/** Section E of the known faults: whose images these are. On a real site's store. */
class IdentityCasesTest {
    private static final Fixtures ALED = Fixtures.ct().rows(4).columns(4).slices(2);

    @TempDir
    Path folder;

    private SqliteFile file;
    private DirectoryBlobs blobs;
    private SqliteCatalog catalog;
    private Ingester ingester;

    @BeforeEach
    void open() throws IOException {
        file = SqliteFile.open(folder.resolve("catalog.sqlite"));
        blobs = new DirectoryBlobs(folder.resolve("blobs"));
        catalog = new SqliteCatalog(file, Clock.systemUTC());
        ingester = new Ingester(blobs, catalog, Limits.STANDARD);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private Outcome take(DataSetBuilder data) throws IOException {
        return take(Written.bytes(data.build()));
    }

    private Outcome take(byte[] bytes) throws IOException {
        return ingester.ingest(IngestItem.stream("it", new ByteArrayInputStream(bytes)));
    }

    private List<InstanceRecord> objects(String study) {
        return catalog.study(study).orElseThrow().series().stream()
                .flatMap(series -> series.instances().stream())
                .toList();
    }

    private List<InstanceRecord> sound(String study) {
        return objects(study).stream()
                .filter(object -> object.standing() == Standing.SOUND)
                .toList();
    }

    private void assertHeld(InstanceRecord object, byte[] bytes) throws IOException {
        try (ByteSource source = blobs.open(object.blob())) {
            byte[] held = new byte[(int) source.size()];
            source.read(0, held, 0, held.length);
            assertThat(held).isEqualTo(bytes);
        }
    }

    @Test
    void e01_two_patients_that_arrive_at_once_never_mix() throws Exception {
        Fixtures aled = ALED.slices(40);
        Fixtures bea = aled.patient("ZZTEST^BEA", "9990000026").seed("bea");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Outcome>> arrivals = new ArrayList<>();
            for (int slice = 0; slice < 40; slice++) {
                int number = slice;
                arrivals.add(() -> take(aled.bytes(number)));
                arrivals.add(() -> take(bea.bytes(number)));
            }
            for (Future<Outcome> outcome : threads.invokeAll(arrivals)) {
                assertThat(outcome.get().kind()).isEqualTo(Outcome.Kind.ADDED);
            }
        } finally {
            threads.shutdownNow();
        }
        for (Fixtures one : List.of(aled, bea)) {
            assertThat(sound(one.studyUid())).hasSize(40);
            for (int slice = 0; slice < 40; slice++) {
                assertHeld(
                        catalog.instance(one.instanceUid(slice)).orElseThrow().instance(), one.bytes(slice));
            }
        }
    }

    @Test
    void e01_a_slice_of_another_patient_inside_a_study_is_kept_but_never_drawn() throws IOException {
        take(ALED.bytes(0));
        byte[] strange = ALED.patient("ZZTEST^BEA", "9990000026").bytes(1);
        assertThat(take(strange).reason()).contains("another patient");
        assertThat(sound(ALED.studyUid())).hasSize(1);
        assertHeld(catalog.instance(ALED.instanceUid(1)).orElseThrow().instance(), strange);
        try (RenditionCache renditions = new RenditionCache(catalog, blobs, CacheLimits.forHeap(256 << 20), 1)) {
            assertThatThrownBy(() -> renditions.tile(ALED.instanceUid(1), 1, Rendition.EXACT, new TileAddress(0, 0, 0)))
                    .isInstanceOf(IdentityMismatch.class);
        }
        StudyDescriptor shown =
                new StudyDescriptors(catalog).of(ALED.studyUid()).orElseThrow();
        assertThat(shown.series().get(0).frames()).hasSize(1);
        assertThat(shown.omitted())
                .singleElement()
                .satisfies(omitted -> assertThat(omitted.reason()).contains("another patient"));
    }

    @Test
    void e02_one_uid_in_two_series_keeps_both_and_shows_the_first() throws IOException {
        take(ALED.bytes(0));
        byte[] second = Written.bytes(ALED.dataSet(0).toBuilder()
                .string(Tag.SERIES_INSTANCE_UID, "2.25.555")
                .build());
        assertThat(take(second).kind()).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(objects(ALED.studyUid())).hasSize(2);
        assertThat(catalog.instance(ALED.instanceUid(0)).orElseThrow().series()).isEqualTo(ALED.seriesUid());
        assertHeld(sound(ALED.studyUid()).get(0), ALED.bytes(0));
        InstanceRecord beside = objects(ALED.studyUid()).stream()
                .filter(object -> object.standing() == Standing.CONTENT_CONFLICT)
                .findFirst()
                .orElseThrow();
        assertHeld(beside, second);
        assertThat(catalog.changes(1, 9)).extracting(Change::op).containsExactly(Change.Op.FLAGGED);
    }

    @Test
    void e02_one_uid_in_two_studies_keeps_both_and_shows_the_first() throws IOException {
        take(ALED.bytes(0));
        assertThat(take(ALED.dataSet(0).toBuilder().string(Tag.STUDY_INSTANCE_UID, "2.25.556"))
                        .kind())
                .isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(sound("2.25.556")).isEmpty();
        assertThat(sound(ALED.studyUid())).hasSize(1);
        assertThat(catalog.instance(ALED.instanceUid(0)).orElseThrow().study()).isEqualTo(ALED.studyUid());
    }

    @Test
    void e02_pixels_that_changed_under_one_uid_do_not_replace_what_was_seen() throws IOException {
        take(ALED.bytes(0));
        byte[] changed = ALED.values((slice, row, column) -> 9).bytes(0);
        assertThat(take(changed).kind()).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(take(changed).kind()).isEqualTo(Outcome.Kind.DUPLICATE);
        assertHeld(catalog.instance(ALED.instanceUid(0)).orElseThrow().instance(), ALED.bytes(0));
    }

    @Test
    void e03_a_series_uid_that_two_studies_share_shows_each_its_own_frames() throws IOException {
        Fixtures bea = ALED.patient("ZZTEST^BEA", "9990000026").seed("bea");
        take(ALED.bytes(0));
        take(bea.dataSet(0).toBuilder().string(Tag.SERIES_INSTANCE_UID, ALED.seriesUid()));
        StudyDescriptors descriptors = new StudyDescriptors(catalog);
        StudyDescriptor hers = descriptors.of(bea.studyUid()).orElseThrow();
        assertThat(hers.patient().name()).isEqualTo("ZZTEST, BEA");
        assertThat(hers.series().get(0).instances())
                .extracting(StudyDescriptor.Instance::instance)
                .containsExactly(bea.instanceUid(0));
        StudyDescriptor his = descriptors.of(ALED.studyUid()).orElseThrow();
        assertThat(his.patient().name()).isEqualTo("ZZTEST, ALED");
        assertThat(his.series().get(0).version())
                .isNotEqualTo(hers.series().get(0).version());
    }

    @Test
    void e03_two_people_under_one_patient_id_keep_their_own_names() throws IOException {
        Fixtures bea = ALED.patient("ZZTEST^ALED", "0001").seed("bea");
        take(bea.bytes(0));
        take(ALED.patient("OTHER^CAI", "0001").seed("cai").bytes(0));
        assertThat(catalog.search(StudyQuery.text("0001", 9)).items())
                .extracting(study -> study.patient().name().display())
                .containsExactlyInAnyOrder("ZZTEST, ALED", "OTHER, CAI");
    }

    @Test
    void e03_inside_one_study_a_number_does_not_make_two_names_one_person() throws IOException {
        take(ALED.dataSet(0).toBuilder().remove(Tag.PATIENT_BIRTH_DATE));
        Outcome other = take(
                ALED.patient("OTHER^CAI", "9990000018").dataSet(1).toBuilder().remove(Tag.PATIENT_BIRTH_DATE));
        assertThat(other.kind()).isEqualTo(Outcome.Kind.CONFLICT);
        assertThat(take(ALED.patient("zztest^aled^^mr", "9990000018").dataSet(1).toBuilder()
                                .remove(Tag.PATIENT_BIRTH_DATE))
                        .kind())
                .isEqualTo(Outcome.Kind.ADDED);
    }

    @Test
    void e05_one_patient_id_of_two_issuers_is_two_patients() throws IOException {
        take(ALED.dataSet(0).toBuilder().string(Tag.ISSUER_OF_PATIENT_ID, "RXX"));
        assertThat(take(ALED.dataSet(1).toBuilder().string(Tag.ISSUER_OF_PATIENT_ID, "RYY"))
                        .kind())
                .isEqualTo(Outcome.Kind.CONFLICT);
        Fixtures elsewhere = ALED.seed("elsewhere");
        take(elsewhere.dataSet(0).toBuilder().string(Tag.ISSUER_OF_PATIENT_ID, "RYY"));
        assertThat(catalog.search(StudyQuery.text("9990000018", 9)).items())
                .extracting(StudySummary::patient)
                .extracting(patient -> String.valueOf(patient.issuer()))
                .containsExactlyInAnyOrder("RXX", "RYY");
    }
}
