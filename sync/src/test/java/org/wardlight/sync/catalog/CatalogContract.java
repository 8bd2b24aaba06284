// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.sync.blob.BlobHash;

/** What every catalog must do with studies, renditions and pins; {@link SearchContract} is about finding them. */
abstract class CatalogContract {
    static final Instant NOW = Instant.parse("2026-11-25T07:10:00Z");

    @TempDir
    Path folder;

    Catalog catalog = new MemoryCatalog(Clock.systemUTC());

    abstract Catalog open(Path folder, Clock clock);

    @BeforeEach
    void open() {
        catalog = open(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    StudyRecord study(String uid) {
        return catalog.study(uid).orElseThrow();
    }

    @Test
    void an_object_comes_back_with_all_that_was_stored() {
        NewInstance row = Rows.ct()
                .patient("Yamada^Tarou=山田^太郎=やまだ^たろう", "9990000018", "NHS")
                .row();
        assertThat(catalog.store(row)).isEqualTo(Stored.ADDED);
        StudyRecord study = study("1.2.3");
        assertThat(study.summary()).isEqualTo(new StudySummary(row.patient(), row.study(), List.of("CT"), 1, 1, 1000));
        assertThat(study.series()).containsExactly(new SeriesRecord(row.series(), List.of(row.instance())));
        assertThat(study.changedAt()).isEqualTo(NOW);
        assertThat(catalog.instance("1.2.3.1.1")).contains(new LocatedInstance("1.2.3", "1.2.3.1", row.instance()));
        assertThat(catalog.study("9.9")).isEmpty();
        assertThat(catalog.instance("9.9")).isEmpty();
    }

    @Test
    void an_object_without_a_picture_keeps_its_reason() {
        NewInstance ct = Rows.ct().row();
        InstanceRecord object = ct.instance();
        InstanceRecord report = new InstanceRecord(
                "1.2.3.1.7",
                "1.2.840.10008.5.1.4.1.1.88.22",
                "1.2.840.10008.1.2.1",
                null,
                object.blob(),
                5,
                Standing.SOUND,
                null,
                "Structured report: has no picture");
        catalog.store(
                new NewInstance(ct.patient(), ct.study(), new SeriesFacts("1.2.3.1", null, "", "", null), report));
        assertThat(catalog.instance("1.2.3.1.7").orElseThrow().instance()).isEqualTo(report);
        assertThat(report.omitted()).contains("Structured report: has no picture");
        assertThat(study("1.2.3").summary().modalities()).isEmpty();
    }

    @Test
    void series_and_objects_stand_in_the_order_of_their_numbers() {
        catalog.storeAll(List.of(
                Rows.ct().instance("1.2.3.1.20", 10).row(),
                Rows.ct().instance("1.2.3.1.3", 2).row(),
                Rows.ct().instance("1.2.3.1.1", 1).row(),
                Rows.ct().series("1.2.3.0").about("CT Thorax", "SR").row()));
        assertThat(study("1.2.3").series())
                .flatExtracting(SeriesRecord::instances)
                .extracting(InstanceRecord::instance)
                .containsExactly("1.2.3.0.1", "1.2.3.1.1", "1.2.3.1.3", "1.2.3.1.20");
        assertThat(study("1.2.3").summary().modalities()).containsExactly("CT", "SR");
        assertThat(study("1.2.3").summary().series()).isEqualTo(2);
        assertThat(study("1.2.3").summary().bytes()).isEqualTo(4000);
    }

    @Test
    void the_same_object_again_changes_nothing() {
        catalog.store(Rows.ct().row());
        assertThat(catalog.store(Rows.ct().row())).isEqualTo(Stored.DUPLICATE);
        assertThat(catalog.changes(0, 10)).hasSize(1);
        assertThat(study("1.2.3").summary().instances()).isEqualTo(1);
    }

    @Test
    void other_content_under_a_taken_uid_is_kept_beside_and_flagged() {
        catalog.store(Rows.ct().row());
        NewInstance other = Rows.ct()
                .series("1.2.3.2")
                .instance("1.2.3.1.1", 1)
                .holding("b")
                .row();
        assertThat(catalog.store(other)).isEqualTo(Stored.CONTENT_CONFLICT);
        assertThat(catalog.store(other)).isEqualTo(Stored.DUPLICATE);
        assertThat(catalog.instance("1.2.3.1.1").orElseThrow().instance())
                .isEqualTo(Rows.ct().row().instance());
        InstanceRecord flagged = study("1.2.3").series().get(1).instances().get(0);
        assertThat(flagged.blob()).isEqualTo(other.instance().blob());
        assertThat(flagged.omitted()).contains(Standing.CONTENT_CONFLICT.reason());
        assertThat(catalog.changes(1, 10)).extracting(Change::op).containsExactly(Change.Op.FLAGGED);
    }

    @Test
    void a_glance_counts_what_may_be_given() {
        assertThat(catalog.glance("1.2.3")).isEmpty();
        catalog.store(Rows.ct().row());
        catalog.store(Rows.ct().instance("1.2.3.1.2", 2).row());
        catalog.store(Rows.ct()
                .series("1.2.3.2")
                .instance("1.2.3.1.1", 1)
                .holding("b")
                .row());
        assertThat(catalog.glance("1.2.3"))
                .contains(new StudyGlance(1, 2, Rows.ct().row().instance().blob()));
    }

    @Test
    void an_object_of_another_patient_is_flagged_and_the_study_keeps_its_own() {
        catalog.store(Rows.ct().patient("ZZTEST^Aled", "9990000018", "NHS").row());
        Rows next = Rows.ct().patient("ZZTEST^Aled", "9990000018", "NHS");
        assertThat(catalog.store(next.instance("1.1", 1)
                        .patient("ZZTEST^Bea", "9990000026", "NHS")
                        .row()))
                .isEqualTo(Stored.IDENTITY_CONFLICT);
        assertThat(catalog.store(next.instance("1.2", 2)
                        .patient("ZZTEST^Aled", "9990000018", "RXX")
                        .row()))
                .isEqualTo(Stored.IDENTITY_CONFLICT);
        assertThat(catalog.store(next.instance("1.3", 3)
                        .patient("zztest^aled^^mr", "9990000018", null)
                        .row()))
                .isEqualTo(Stored.ADDED);
        assertThat(study("1.2.3").summary().patient().name().alphabetic()).isEqualTo("ZZTEST^Aled");
        assertThat(catalog.instance("1.1").orElseThrow().instance().omitted())
                .contains(Standing.IDENTITY_CONFLICT.reason());
    }

    @Test
    void the_right_object_is_shown_even_when_a_wrong_one_of_its_uid_came_first() {
        catalog.store(Rows.ct().row());
        catalog.store(Rows.ct()
                .instance("1.9", 1)
                .patient("ZZTEST^Bea", "9990000026", null)
                .row());
        Rows right = Rows.ct().instance("1.9", 1).holding("right");
        assertThat(catalog.store(right.row())).isEqualTo(Stored.ADDED);
        assertThat(catalog.instance("1.9").orElseThrow().instance().blob()).isEqualTo(right.blob());
    }

    @Test
    void a_series_uid_that_was_used_again_names_each_of_its_studies() {
        catalog.store(Rows.ct()
                .study("1.5")
                .series("7.7")
                .instance("1.5.1", 1)
                .at("2026-01-01", null)
                .row());
        catalog.store(Rows.ct()
                .study("1.6")
                .series("7.7")
                .instance("1.6.1", 1)
                .at("2026-02-02", null)
                .row());
        assertThat(catalog.studiesOfSeries("7.7")).containsExactly("1.6", "1.5");
        assertThat(study("1.5").series().get(0).instances())
                .extracting(InstanceRecord::instance)
                .containsExactly("1.5.1");
        assertThat(catalog.studiesOfSeries("7.8")).isEmpty();
    }

    @Test
    void the_change_log_is_read_in_pages() {
        for (int i = 1; i <= 5; i++) {
            catalog.store(Rows.ct().instance("1.2.3.1." + i, i).row());
        }
        List<Change> first = catalog.changes(0, 2);
        assertThat(first).hasSize(2).first().satisfies(change -> {
            assertThat(change.at()).isEqualTo(NOW);
            assertThat(change.op()).isEqualTo(Change.Op.ADDED);
            assertThat(change.study()).isEqualTo("1.2.3");
            assertThat(change.series()).isEqualTo("1.2.3.1");
            assertThat(change.instance()).isEqualTo("1.2.3.1.1");
        });
        assertThat(catalog.changes(first.get(1).cursor(), 10))
                .extracting(Change::instance)
                .containsExactly("1.2.3.1.3", "1.2.3.1.4", "1.2.3.1.5");
        assertThat(study("1.2.3").changed()).isEqualTo(5);
    }

    @Test
    void a_removed_study_leaves_a_mark_and_names_the_blobs_that_nothing_needs() {
        catalog.store(Rows.ct().row());
        catalog.store(Rows.ct().study("1.8").row());
        BlobHash own = BlobHash.hashing(new byte[] {1});
        BlobHash shared = BlobHash.hashing(new byte[] {2});
        catalog.putRendition(new RenditionRecord("a", "1.2.3", "exact", own, 1));
        catalog.putRendition(new RenditionRecord("b", "1.2.3", "exact", shared, 1));
        catalog.putRendition(new RenditionRecord("c", "1.8", "exact", shared, 1));
        catalog.putPin(pin("1.2.3", Pin.State.WAITING));
        assertThat(catalog.remove("1.2.3")).containsExactlyInAnyOrder(Rows.ct().blob(), own);
        assertThat(catalog.study("1.2.3")).isEmpty();
        assertThat(catalog.instance("1.2.3.1.1")).isEmpty();
        assertThat(catalog.rendition("a")).isEmpty();
        assertThat(catalog.pins()).isEmpty();
        assertThat(catalog.search(StudyQuery.text("", 10)).items()).hasSize(1);
        assertThat(catalog.changes(2, 10)).singleElement().satisfies(change -> {
            assertThat(change.op()).isEqualTo(Change.Op.REMOVED);
            assertThat(change.series()).isNull();
        });
        assertThat(catalog.remove("1.2.3")).isEmpty();
        assertThat(catalog.store(Rows.ct().row())).isEqualTo(Stored.ADDED);
        assertThat(catalog.changes(3, 10)).extracting(Change::cursor).containsExactly(4L);
    }

    @Test
    void a_rendition_is_found_by_its_key_and_replaced_under_it() {
        RenditionRecord first = new RenditionRecord("/a?v=1", "1.2.3", "exact", BlobHash.hashing(new byte[] {1}), 10);
        RenditionRecord second =
                new RenditionRecord("/a?v=1", "1.2.3", "preview", BlobHash.hashing(new byte[] {2}), 20);
        catalog.putRendition(first);
        assertThat(catalog.rendition("/a?v=1")).contains(first);
        catalog.putRendition(second);
        assertThat(catalog.renditions("1.2.3")).containsExactly(second);
        assertThat(catalog.rendition("/b")).isEmpty();
    }

    @Test
    void a_pin_keeps_its_progress_and_its_error() {
        Pin failed = new Pin("1.2.3", "exact", Pin.State.FAILED, 3, 10, 300, 1000, "the network is gone", NOW);
        catalog.putPin(pin("1.2.3", Pin.State.WAITING));
        catalog.putPin(failed);
        catalog.putPin(pin("1.1", Pin.State.COMPLETE));
        assertThat(catalog.pin("1.2.3")).contains(failed);
        assertThat(catalog.pins()).extracting(Pin::study).containsExactly("1.1", "1.2.3");
        catalog.removePin("1.1");
        catalog.removePin("1.1");
        assertThat(catalog.pin("1.1")).isEmpty();
    }

    private static Pin pin(String study, Pin.State state) {
        return new Pin(study, "exact", state, 0, 0, 0, 0, null, NOW);
    }

    @Test
    void a_study_held_elsewhere_is_found_and_becomes_a_study_here_with_its_first_object() {
        NewInstance row = Rows.ct().row();
        StudySummary summary = new StudySummary(row.patient(), row.study(), List.of("CT", "SR"), 2, 301, 99);
        catalog.storeSummary(summary);
        catalog.storeSummary(summary);
        assertThat(catalog.changes(0, 10)).hasSize(1);
        assertThat(catalog.search(StudyQuery.text("zztest sr", 10)).items()).containsExactly(summary);
        assertThat(study("1.2.3").series()).isEmpty();
        StudySummary more = new StudySummary(row.patient(), row.study(), List.of("CT"), 2, 400, 100);
        catalog.storeSummary(more);
        assertThat(catalog.search(StudyQuery.text("", 10)).items()).containsExactly(more);
        catalog.store(row);
        catalog.storeSummary(more);
        assertThat(study("1.2.3").summary().instances()).isEqualTo(1);
    }

    @Test
    void every_row_that_needs_a_blob_is_named() {
        catalog.store(Rows.ct().row());
        catalog.putRendition(new RenditionRecord("k", "1.2.3", "exact", BlobHash.hashing(new byte[1]), 7));
        List<BlobReference> references = new ArrayList<>();
        catalog.forEachReference(references::add);
        assertThat(references)
                .containsExactlyInAnyOrder(
                        new BlobReference(Rows.ct().blob(), 1000, "1.2.3.1.1"),
                        new BlobReference(BlobHash.hashing(new byte[1]), 7, "k"));
    }

    private Arrival arrival() {
        return catalog.arrivals(List.of("9.9", "1.2.3")).get(0);
    }

    @Test
    void how_much_of_a_study_is_here_is_known_from_what_was_expected() {
        assertThat(catalog.arrivals(List.of())).isEmpty();
        catalog.expect("1.2.3", 3);
        assertThat(catalog.arrivals(List.of("1.2.3"))).isEmpty();
        catalog.store(Rows.ct().row());
        assertThat(arrival()).isEqualTo(new Arrival("1.2.3", 1, 3, NOW));
        assertThat(arrival().missing()).isEqualTo(2);
        catalog.expect("1.2.3", 1);
        assertThat(arrival().isSettled()).isTrue();
    }

    @Test
    void that_more_is_missing_than_was_known_is_a_change_of_the_study() {
        catalog.store(Rows.ct().row());
        assertThat(arrival()).isEqualTo(new Arrival("1.2.3", 1, null, NOW));
        long before = study("1.2.3").changed();
        catalog.settle(Map.of("1.2.3", 0));
        assertThat(study("1.2.3").changed()).isEqualTo(before);
        catalog.expect("1.2.3", 5);
        assertThat(study("1.2.3").changed()).isGreaterThan(before);
        assertThat(catalog.changes(before, 9)).extracting(Change::study).containsExactly("1.2.3");
    }

    @Test
    void a_source_that_ended_never_makes_a_study_whole_of_which_more_is_expected() {
        catalog.expect("1.2.3", 5);
        catalog.store(Rows.ct().row());
        catalog.settle(Map.of("1.2.3", 1, "9.9", 1));
        assertThat(arrival().expected()).isEqualTo(5);
        catalog.expect("1.2.3", 1);
        catalog.settle(Map.of("1.2.3", 1));
        assertThat(arrival().expected()).isEqualTo(2);
    }

    @Test
    void a_study_that_went_is_expected_no_more() {
        catalog.expect("1.2.3", 5);
        catalog.store(Rows.ct().row());
        catalog.remove("1.2.3");
        catalog.store(Rows.ct().row());
        assertThat(arrival().expected()).isNull();
    }
}
