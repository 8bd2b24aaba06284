// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.rendering.dicom.Limits;
import org.wardlight.rendering.dicom.Tag;
import org.wardlight.sync.TestStudy;
import org.wardlight.sync.blob.BlobHash;
import org.wardlight.sync.blob.MemoryBlobs;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.catalog.Pin;
import org.wardlight.sync.ingest.Ingester;

class SyncerTest {
    private final MemoryBlobs blobs = new MemoryBlobs();
    private final MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());
    private TestSite site;
    private Syncer syncer;

    @BeforeEach
    void start() throws IOException {
        site = new TestSite();
        syncer = syncer();
        TestStudy.ct(site.blobs, site.catalog, 3, 16);
        pin(TestStudy.STUDY);
    }

    @AfterEach
    void stop() {
        syncer.close();
        site.close();
    }

    @Test
    void a_pinned_study_is_fetched_and_what_is_added_later_follows() throws IOException {
        syncer.contact(true);
        assertThat(state()).isEqualTo(Pin.State.COMPLETE);
        TestStudy.store(site.blobs, site.catalog, TestStudy.slice(4, 16).build());
        syncer.contact(false);
        assertThat(state()).isEqualTo(Pin.State.COMPLETE);
        assertThat(catalog.instance(TestStudy.SERIES + ".4")).isPresent();
    }

    @Test
    void a_study_that_is_removed_at_the_site_goes_from_the_copy_bytes_included() throws IOException {
        BlobHash first = site.catalog
                .instance(TestStudy.SERIES + ".1")
                .orElseThrow()
                .instance()
                .blob();
        syncer.contact(true);
        assertThat(blobs.size(first)).isPresent();
        site.catalog.remove(TestStudy.STUDY);
        syncer.contact(false);
        assertThat(catalog.study(TestStudy.STUDY)).isEmpty();
        assertThat(blobs.size(first)).isEmpty();
        assertThat(state()).isEqualTo(Pin.State.FAILED);
    }

    @Test
    void a_study_that_was_corrected_comes_anew_under_its_new_patient() throws IOException {
        syncer.contact(true);
        site.catalog.remove(TestStudy.STUDY);
        TestStudy.store(
                site.blobs,
                site.catalog,
                TestStudy.slice(1, 16).string(Tag.PATIENT_ID, "9990000026").build());
        syncer.contact(false);
        assertThat(state()).isEqualTo(Pin.State.COMPLETE);
        assertThat(catalog.study(TestStudy.STUDY)
                        .orElseThrow()
                        .summary()
                        .patient()
                        .id())
                .isEqualTo("9990000026");
        assertThat(catalog.instance(TestStudy.SERIES + ".2")).isEmpty();
    }

    @Test
    void what_nobody_pinned_here_is_not_removed_by_a_site() throws IOException {
        TestStudy.store(
                blobs,
                catalog,
                TestStudy.slice(1, 16).string(Tag.STUDY_INSTANCE_UID, "2.25.5").build());
        TestStudy.store(
                site.blobs,
                site.catalog,
                TestStudy.slice(9, 16).string(Tag.STUDY_INSTANCE_UID, "2.25.5").build());
        site.catalog.remove("2.25.5");
        syncer.contact(true);
        assertThat(catalog.study("2.25.5")).isPresent();
    }

    @Test
    void the_log_is_read_from_where_it_was_left() throws IOException {
        syncer.contact(true);
        long cursor = catalog.followed(site.base() + "/");
        assertThat(cursor).isEqualTo(3);
        syncer.contact(false);
        assertThat(catalog.followed(site.base() + "/")).isEqualTo(cursor);
    }

    @Test
    void it_runs_by_itself_and_stops_soon() throws InterruptedException {
        syncer.start();
        for (int i = 0; i < 500 && state() != Pin.State.COMPLETE; i++) {
            Thread.sleep(10);
        }
        assertThat(state()).isEqualTo(Pin.State.COMPLETE);
        long begun = System.nanoTime();
        syncer.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    private Pin.State state() {
        return catalog.pin(TestStudy.STUDY).orElseThrow().state();
    }

    private void pin(String study) {
        catalog.putPin(new Pin(study, "original", Pin.State.WAITING, 0, 0, 0, 0, null, Instant.EPOCH));
    }

    private Syncer syncer() {
        Pace pace = Pace.real(new Random(1));
        Ingester ingester = new Ingester(blobs, catalog, Limits.STANDARD);
        SiteClient client = SiteClient.of(site.base());
        Receiver receiver = new Receiver(
                client,
                new Receiver.Local(blobs, blobs, catalog, ingester::catalogue),
                new Receiver.Settings(new BackOff(Duration.ofMillis(2), Duration.ofMillis(20), 3), 0),
                pace);
        return new Syncer(client, receiver, catalog, blobs, Duration.ofMillis(200), pace);
    }
}
