// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.sync.account.MovableClock;
import org.wardlight.sync.blob.BlobHash;

/** What every catalog must do with deletions and corrections. */
abstract class AmendmentsContract {
    private static final PatientIdentity ALED = Rows.ct().row().patient();
    private static final PatientIdentity BEA =
            new PatientIdentity(PatientName.parse("ZZTEST^Bea"), "9990000026", "NHS", "1961-05-06", "F");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private Catalog catalog = new MemoryCatalog(clock);

    abstract Catalog open(Path folder, Clock clock);

    @BeforeEach
    void open() {
        catalog = open(folder, clock);
    }

    private Amendments amendments() {
        return catalog.amendments();
    }

    private StudySummary study(String uid) {
        return catalog.study(uid).orElseThrow().summary();
    }

    private List<String> found(String text) {
        return catalog.search(StudyQuery.text(text, 9)).items().stream()
                .map(summary -> summary.study().study())
                .toList();
    }

    private List<Change.Op> ops(long since) {
        return catalog.changes(since, 99).stream().map(Change::op).toList();
    }

    @Test
    void a_study_of_the_wrong_patient_is_found_under_the_right_one_alone() {
        catalog.store(Rows.ct().row());
        long before = catalog.study("1.2.3").orElseThrow().changed();
        assertThat(amendments().correct("1.2.3", Correction.Scope.STUDY, BEA, "Amy Adams", "wrong worklist entry"))
                .containsExactly("1.2.3");
        assertThat(study("1.2.3").patient()).isEqualTo(BEA);
        assertThat(found("bea")).containsExactly("1.2.3");
        assertThat(found("999 000 0026 thorax")).containsExactly("1.2.3");
        assertThat(found("aled")).isEmpty();
        assertThat(amendments().corrections("1.2.3"))
                .containsExactly(new Correction(
                        Correction.Kind.MOVED, ALED, BEA, "Amy Adams", clock.instant(), "wrong worklist entry"));
        assertThat(catalog.study("1.2.3").orElseThrow().corrections()).hasSize(1);
        assertThat(ops(before)).containsExactly(Change.Op.CORRECTED);
        assertThat(catalog.study("1.2.3").orElseThrow().changed()).isGreaterThan(before);
        assertThat(amendments().identities("1.2.3")).containsExactlyInAnyOrder(ALED, BEA);
    }

    @Test
    void what_is_right_already_is_left_alone() {
        catalog.store(Rows.ct().row());
        assertThat(amendments().correct("1.2.3", Correction.Scope.STUDY, ALED, "Amy", ""))
                .isEmpty();
        assertThat(amendments().correct("9.9", Correction.Scope.STUDY, BEA, "Amy", ""))
                .isEmpty();
        assertThat(ops(1)).isEmpty();
    }

    @Test
    void two_numbers_of_one_patient_are_merged_in_all_studies_of_that_number_and_issuer() {
        catalog.store(Rows.ct().study("1.1").patient("ZZTEST^Bea", "X7", "RXX").row());
        catalog.store(Rows.ct().study("1.2").patient("ZZTEST^B", "X7", "RXX").row());
        catalog.store(Rows.ct().study("1.3").patient("OTHER^Cai", "X7", "RYY").row());
        assertThat(amendments().correct("1.1", Correction.Scope.PATIENT, BEA, "Amy", ""))
                .containsExactlyInAnyOrder("1.1", "1.2");
        assertThat(study("1.2").patient()).isEqualTo(BEA);
        assertThat(study("1.3").patient().name().display()).isEqualTo("OTHER, Cai");
        assertThat(amendments().corrections("1.2"))
                .extracting(Correction::kind)
                .containsExactly(Correction.Kind.MERGED);
    }

    @Test
    void a_name_put_right_is_no_other_patient() {
        catalog.store(Rows.ct().row());
        PatientIdentity married = new PatientIdentity(
                PatientName.parse("ZZNEW^Aled"), ALED.id(), ALED.issuer(), ALED.birthDate(), ALED.sex());
        amendments().correct("1.2.3", Correction.Scope.PATIENT, married, "Amy", "");
        assertThat(amendments().corrections("1.2.3"))
                .extracting(Correction::kind)
                .containsExactly(Correction.Kind.DEMOGRAPHICS);
    }

    @Test
    void objects_that_come_after_a_correction_may_name_either_patient_but_no_third() {
        catalog.store(Rows.ct().row());
        amendments().correct("1.2.3", Correction.Scope.STUDY, BEA, "Amy", "");
        assertThat(catalog.store(Rows.ct().instance("1.2.3.1.2", 2).row())).isEqualTo(Stored.ADDED);
        Rows more = Rows.ct().instance("1.2.3.1.3", 3);
        NewInstance right = more.row();
        assertThat(catalog.store(new NewInstance(BEA, right.study(), right.series(), right.instance())))
                .isEqualTo(Stored.ADDED);
        assertThat(catalog.store(Rows.ct()
                        .instance("1.2.3.1.4", 4)
                        .patient("OTHER^Cai", "77", null)
                        .row()))
                .isEqualTo(Stored.IDENTITY_CONFLICT);
        assertThat(study("1.2.3").patient()).isEqualTo(BEA);
    }

    @Test
    void corrections_that_a_source_made_hold_for_a_study_that_is_still_to_come() {
        Correction made = new Correction(Correction.Kind.MOVED, ALED, BEA, "Amy", clock.instant(), "");
        amendments().adopt("1.2.3", List.of(made));
        amendments().adopt("1.2.3", List.of(made));
        assertThat(ops(0)).isEmpty();
        catalog.store(Rows.ct().row());
        assertThat(study("1.2.3").patient()).isEqualTo(BEA);
        assertThat(catalog.instance("1.2.3.1.1").orElseThrow().instance().standing())
                .isEqualTo(Standing.SOUND);
        amendments().adopt("1.2.3", List.of());
        assertThat(study("1.2.3").patient()).isEqualTo(ALED);
    }

    @Test
    void a_deleted_study_is_gone_and_does_not_come_back_by_itself() {
        catalog.store(Rows.ct().row());
        assertThat(amendments().delete(Place.study("1.2.3"), "Amy", "scanned twice", Deletion.Again.REFUSE))
                .isEqualTo(1);
        assertThat(catalog.study("1.2.3")).isEmpty();
        assertThat(found("")).isEmpty();
        assertThat(ops(1)).containsExactly(Change.Op.REMOVED);
        assertThat(amendments().deletion("1.2.3"))
                .contains(new Deletion(
                        Place.study("1.2.3"), "Amy", clock.instant(), "scanned twice", Deletion.Again.REFUSE));
        assertThat(catalog.store(Rows.ct().row())).isEqualTo(Stored.DELETED);
        assertThat(catalog.study("1.2.3")).isEmpty();
        assertThat(amendments().delete(Place.study("1.2.3"), "Amy", "", Deletion.Again.REFUSE))
                .isZero();
        assertThat(amendments().deletion("9.9")).isEmpty();
    }

    @Test
    void what_was_deleted_to_make_room_for_a_better_copy_is_taken_in_and_told() {
        catalog.store(Rows.ct().row());
        amendments().delete(Place.study("1.2.3"), "Amy", "", Deletion.Again.TAKE);
        assertThat(catalog.store(Rows.ct().row())).isEqualTo(Stored.RETURNED);
        assertThat(study("1.2.3").instances()).isEqualTo(1);
        assertThat(amendments().deletion("1.2.3")).isEmpty();
    }

    @Test
    void an_object_or_series_goes_alone_and_the_study_counts_what_is_left() {
        catalog.store(Rows.ct().row());
        catalog.store(Rows.ct().instance("1.2.3.1.2", 2).row());
        catalog.store(Rows.ct().series("1.2.3.2").about("x", "SR").row());
        catalog.putRendition(new RenditionRecord("d", "1.2.3", "descriptor", BlobHash.hashing(new byte[] {1}), 1));
        assertThat(amendments().delete(new Place("1.2.3", "1.2.3.1", "1.2.3.1.1"), "Amy", "", Deletion.Again.REFUSE))
                .isEqualTo(1);
        assertThat(study("1.2.3").instances()).isEqualTo(2);
        assertThat(catalog.renditions("1.2.3")).isEmpty();
        assertThat(catalog.changes(3, 9))
                .singleElement()
                .satisfies(change -> assertThat(change.instance()).isEqualTo("1.2.3.1.1"));
        amendments().delete(new Place("1.2.3", "1.2.3.2", null), "Amy", "", Deletion.Again.REFUSE);
        assertThat(study("1.2.3").modalities()).containsExactly("CT");
        assertThat(found("sr")).isEmpty();
        assertThat(study("1.2.3").series()).isEqualTo(1);
        assertThat(catalog.store(Rows.ct().row())).isEqualTo(Stored.DELETED);
        amendments().delete(new Place("1.2.3", "1.2.3.1", null), "Amy", "", Deletion.Again.REFUSE);
        assertThat(catalog.study("1.2.3")).isEmpty();
        assertThat(amendments().deletions("1.2.3")).hasSize(3);
    }

    @Test
    void bytes_go_a_while_after_a_deletion_unless_a_row_needs_them_again() {
        catalog.store(Rows.ct().row());
        catalog.store(Rows.ct().study("1.8").row());
        BlobHash first = Rows.ct().blob();
        amendments().delete(Place.study("1.2.3"), "Amy", "", Deletion.Again.REFUSE);
        amendments().delete(Place.study("1.8"), "Amy", "", Deletion.Again.TAKE);
        assertThat(amendments().claimWaste(clock.instant(), 9)).isEmpty();
        clock.pass(Duration.ofHours(25));
        assertThat(catalog.store(Rows.ct().study("1.8").row())).isEqualTo(Stored.RETURNED);
        assertThat(amendments().claimWaste(clock.instant(), 9)).containsExactly(first);
        assertThat(amendments().restore("1.2.3")).isEmpty();
        assertThatThrownBy(() -> catalog.store(Rows.ct().row())).hasMessageContaining("being removed");
        assertThat(amendments().claimWaste(Instant.EPOCH, 9)).as("broken off").containsExactly(first);
        amendments().removed(List.of(first));
        assertThat(catalog.store(Rows.ct().row())).isEqualTo(Stored.ADDED);
        assertThat(amendments().claimWaste(clock.instant(), 9)).isEmpty();
    }

    @Test
    void a_deletion_can_be_taken_back_while_its_bytes_are_here() {
        catalog.store(Rows.ct().row());
        amendments().delete(Place.study("1.2.3"), "Amy", "", Deletion.Again.REFUSE);
        assertThat(amendments().restore("1.2.3")).containsExactly(Rows.ct().blob());
        assertThat(ops(2)).containsExactly(Change.Op.RESTORED);
        assertThat(catalog.store(Rows.ct().row())).isEqualTo(Stored.ADDED);
        assertThat(amendments().deletions("1.2.3")).isEmpty();
    }

    @Test
    void a_copy_drops_what_its_source_removed_without_a_mark() {
        catalog.store(Rows.ct().row());
        catalog.store(Rows.ct().instance("1.2.3.1.2", 2).row());
        assertThat(amendments().drop(new Place("1.2.3", "1.2.3.1", "1.2.3.1.1")))
                .containsExactly(Rows.ct().blob());
        assertThat(amendments().drop(new Place("1.2.3", "1.2.3.1", "9"))).isEmpty();
        assertThat(catalog.store(Rows.ct().row())).isEqualTo(Stored.ADDED);
    }
}
