// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardlight.sync.catalog.Correction;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.PatientName;
import org.wardlight.sync.catalog.StudyFacts;
import org.wardlight.sync.catalog.StudySummary;

/** Lists that fill themselves, and what leaves a list by a decision. */
class ListRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-25T07:10:00Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final MemoryCatalog catalog = new MemoryCatalog(clock);
    private final ListContents contents = new ListContents(catalog, clock);

    private static PatientIdentity patient(String id) {
        return new PatientIdentity(new PatientName("Zztest^" + id, "", ""), id, null, null, null);
    }

    private void study(String uid, String id, @Nullable String date, String modality, String ward, String referrer) {
        catalog.storeSummary(new StudySummary(
                patient(id), new StudyFacts(uid, date, null, "", null, ward, referrer), List.of(modality), 1, 1, 1));
    }

    private static WardList by(ListRule rule) {
        return new WardList("w", NOW, List.of(), rule);
    }

    private List<String> found(String ward, List<String> modalities, int days, String referrer) {
        return List.copyOf(contents.studies(List.of(by(new ListRule(ward, modalities, days, referrer)))));
    }

    @Test
    void a_ward_is_the_whole_place_or_its_first_part_in_any_case() {
        study("1", "A", "2026-11-25", "CT", "WARD 7B^R2^B1", "");
        study("2", "B", "2026-11-25", "CT", "ward 7b", "");
        study("3", "C", "2026-11-25", "CT", "WARD 17B", "");
        study("4", "D", "2026-11-25", "CT", "", "");
        assertThat(found("Ward 7B", List.of(), 1, "")).containsExactlyInAnyOrder("1", "2");
        assertThat(found("ward*7B", List.of(), 1, "")).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(found("7B", List.of(), 1, "")).isEmpty();
    }

    @Test
    void days_modalities_and_referrers_narrow_it_and_the_clock_ends_it() {
        study("1", "A", "2026-11-25", "CT", "7B", "Evans^Nerys^^Dr");
        study("2", "B", "2026-11-23", "DX", "7B", "Evans^Owen");
        study("3", "C", "2026-11-22", "CT", "7B", "Evans^Nerys");
        study("4", "D", null, "CT", "7B", "Evans^Nerys");
        assertThat(found("7B", List.of(), 3, "")).containsExactlyInAnyOrder("1", "2");
        assertThat(found("", List.of("ct", "MR"), 3, "")).containsExactly("1");
        assertThat(found("", List.of(), 4, "nerys ev")).containsExactlyInAnyOrder("1", "3");
    }

    @Test
    void what_the_rule_finds_stands_by_patient_behind_what_was_written() {
        study("1", "A", "2026-11-25", "CT", "7B", "");
        study("2", "A", "2026-11-24", "CT", "7B", "");
        study("3", "A", "2020-01-01", "CT", "7B", "");
        study("4", "B", "2026-11-25", "CT", "7B", "");
        WardList list = new WardList(
                "w", NOW, List.of(ListEntry.study("4"), ListEntry.patient("C")), new ListRule("7B", List.of(), 2, ""));
        assertThat(contents.of(list))
                .satisfiesExactly(
                        one -> assertThat(one.isByRule()).isFalse(),
                        two -> assertThat(two.studies()).isEmpty(),
                        three -> {
                            assertThat(three.isByRule()).isTrue();
                            assertThat(three.entry()).isEqualTo(ListEntry.patient("A"));
                            assertThat(three.studies())
                                    .extracting(study -> study.study().study())
                                    .containsExactly("1", "2");
                        });
    }

    @Test
    void a_rule_of_everything_is_none() {
        assertThatThrownBy(() -> new ListRule("*", List.of(), 3, " ")).hasMessageContaining("names a ward");
        assertThatThrownBy(() -> new ListRule("7B", List.of(), 0, "")).hasMessageContaining("1 to 90");
        assertThatThrownBy(() -> new ListRule("", List.of("C T"), 3, "")).hasMessageContaining("modality");
    }

    @Test
    void what_is_corrected_away_or_deleted_is_noted_on_its_lists() throws Exception {
        MemoryLists lists = new MemoryLists();
        lists.put(new WardList("Written", NOW, List.of(ListEntry.patient("A"))));
        lists.put(new WardList("Rule", NOW, List.of(), new ListRule("7B", List.of(), 1, "")));
        lists.put(new WardList("Other", NOW, List.of(ListEntry.patient("B"))));
        study("1", "A", "2026-11-25", "CT", "7B", "");
        Departures departures = new Departures(catalog, lists, clock);
        departures.during(
                "1",
                Departure.Why.CORRECTED,
                "Dr Evans",
                () -> catalog.amendments().correct("1", Correction.Scope.STUDY, patient("B"), "Dr Evans", ""));
        assertThat(lists.departures("written"))
                .containsExactly(new Departure("Written", "1", "ZZTEST, A", Departure.Why.CORRECTED, "Dr Evans", NOW));
        assertThat(lists.departures("Rule")).isEmpty();
        departures.during("1", Departure.Why.DELETED, "Dr Evans", () -> catalog.remove("1"));
        assertThat(lists.departures("Other")).extracting(Departure::why).containsExactly(Departure.Why.DELETED);
        assertThat(lists.departures("Rule")).hasSize(1);
        assertThat(lists.departures("Written")).hasSize(1);
    }
}
