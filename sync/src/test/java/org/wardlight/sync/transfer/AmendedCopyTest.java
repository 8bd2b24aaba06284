// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.tile.Rendition;
import org.wardlight.rendering.tile.TileAddress;
import org.wardlight.sync.TestStudy;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.catalog.Correction;
import org.wardlight.sync.catalog.Deletion;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.PatientName;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.catalog.Place;
import org.wardlight.sync.catalog.SqliteStore;
import org.wardlight.sync.ingest.Ingester;
import org.wardlight.sync.rendition.CacheLimits;
import org.wardlight.sync.rendition.RenditionCache;
import org.wardlight.sync.study.StudyDescriptor;
import org.wardlight.sync.study.StudyDescriptors;

/** What a site deletes or corrects reaches a laptop's own store over a socket, before anything else. */
class AmendedCopyTest {
    private static final PatientIdentity BEA =
            new PatientIdentity(PatientName.parse("ZZTEST^Bea"), "9990000026", null, "1961-05-06", "F");

    @TempDir
    Path folder;

    private TestSite site;
    private SqliteStore laptop;
    private Syncer syncer;

    @BeforeEach
    void start() throws IOException {
        site = new TestSite();
        laptop = SqliteStore.open(folder.resolve("laptop.sqlite"), Clock.systemUTC());
        Pace pace = Pace.real(new Random(1));
        SiteClient client = SiteClient.of(site.base());
        Ingester ingester = new Ingester(laptop.blobs(), laptop.catalog(), Limits.STANDARD);
        Receiver receiver = new Receiver(
                client,
                new Receiver.Local(laptop.blobs(), laptop.blobs(), laptop.catalog(), ingester::catalogue),
                new Receiver.Settings(new BackOff(Duration.ofMillis(2), Duration.ofMillis(20), 3), 0),
                pace);
        syncer = new Syncer(client, receiver, laptop.catalog(), laptop.blobs(), Duration.ofMinutes(1), pace);
        TestStudy.ct(site.blobs, site.catalog, 3, 16);
        laptop.catalog()
                .putPin(new Pin(TestStudy.STUDY, "original", Pin.State.WAITING, 0, 0, 0, 0, null, Instant.EPOCH));
    }

    @AfterEach
    void stop() {
        syncer.close();
        laptop.close();
        site.close();
    }

    private void correctAtTheSite() {
        site.catalog.amendments().correct(TestStudy.STUDY, Correction.Scope.STUDY, BEA, "Amy Adams", "");
    }

    private StudyDescriptor shown() {
        return new StudyDescriptors(laptop.catalog()).of(TestStudy.STUDY).orElseThrow();
    }

    private void assertDrawn() throws IOException {
        try (RenditionCache cache =
                new RenditionCache(laptop.catalog(), laptop.blobs(), CacheLimits.forHeap(256 << 20), 1)) {
            assertThat(cache.tile(TestStudy.SERIES + ".1", 1, Rendition.EXACT, new TileAddress(0, 0, 0))
                            .bytes())
                    .isNotEmpty();
        }
    }

    @Test
    void a_correction_reaches_the_copy_without_its_bytes_being_sent_again() throws IOException {
        syncer.contact(true);
        correctAtTheSite();
        int asked = site.requests.size();
        syncer.contact(false);
        assertThat(shown().patient().name()).isEqualTo("ZZTEST, Bea");
        StudyDescriptor.Correction correction = java.util.Objects.requireNonNull(shown().correction());
        assertThat(correction.by()).isEqualTo("Amy Adams");
        assertThat(correction.original().id()).isEqualTo("9990000018");
        assertThat(site.requests.subList(asked, site.requests.size()))
                .as("the new descriptor, no image")
                .allMatch(request -> request.blobs().size() == 1);
        assertDrawn();
    }

    @Test
    void a_correction_is_seen_even_when_nothing_else_can_be_fetched() throws IOException {
        syncer.contact(true);
        correctAtTheSite();
        site.tamper = bytes -> new byte[0];
        syncer.contact(false);
        assertThat(laptop.catalog().pin(TestStudy.STUDY).orElseThrow().state()).isNotEqualTo(Pin.State.COMPLETE);
        assertThat(shown().patient().id()).isEqualTo("9990000026");
    }

    @Test
    void a_study_that_was_corrected_before_it_is_copied_never_shows_the_wrong_patient() throws IOException {
        correctAtTheSite();
        syncer.contact(true);
        assertThat(laptop.catalog().changes(0, 99))
                .allSatisfy(change -> assertThat(change.op().name()).isEqualTo("ADDED"));
        assertThat(shown().patient().id()).isEqualTo("9990000026");
        assertThat(shown().omitted()).isEmpty();
        assertDrawn();
    }

    @Test
    void a_deleted_study_goes_from_the_copy_bytes_included() throws IOException {
        syncer.contact(true);
        BlobHash first = laptop.catalog()
                .instance(TestStudy.SERIES + ".1")
                .orElseThrow()
                .instance()
                .blob();
        site.catalog.amendments().delete(Place.study(TestStudy.STUDY), "Amy", "", Deletion.Again.REFUSE);
        syncer.contact(false);
        assertThat(laptop.catalog().study(TestStudy.STUDY)).isEmpty();
        assertThat(laptop.blobs().size(first)).isEmpty();
        assertThat(laptop.catalog().pin(TestStudy.STUDY).orElseThrow().error()).contains("no longer has");
    }

    @Test
    void a_deleted_object_goes_from_the_copy_and_the_rest_stays() throws IOException {
        syncer.contact(true);
        site.catalog
                .amendments()
                .delete(
                        new Place(TestStudy.STUDY, TestStudy.SERIES, TestStudy.SERIES + ".2"),
                        "Amy",
                        "",
                        Deletion.Again.REFUSE);
        site.tamper = bytes -> new byte[0];
        syncer.contact(false);
        assertThat(laptop.catalog().instance(TestStudy.SERIES + ".2")).isEmpty();
        assertThat(laptop.catalog().instance(TestStudy.SERIES + ".3")).isPresent();
        site.tamper = java.util.function.UnaryOperator.identity();
        syncer.contact(false);
        assertThat(laptop.catalog().pin(TestStudy.STUDY).orElseThrow().state()).isEqualTo(Pin.State.COMPLETE);
        assertThat(shown().series().get(0).frames()).hasSize(2);
    }
}
