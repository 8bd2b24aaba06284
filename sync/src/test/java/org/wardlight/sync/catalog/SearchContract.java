// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every catalog finds studies. */
abstract class SearchContract extends CatalogContract {
    private void store(String study, String name, String id, @Nullable String date, @Nullable String time) {
        catalog.store(
                Rows.ct().study(study).patient(name, id, null).at(date, time).row());
    }

    private List<String> found(String text) {
        return uids(StudyQuery.text(text, 50));
    }

    private List<String> uids(StudyQuery query) {
        return catalog.search(query).items().stream()
                .map(summary -> summary.study().study())
                .toList();
    }

    @Test
    void newest_studies_come_first_and_those_without_a_date_last() {
        store("1.1", "A", "1", "2025-01-01", "10:00");
        store("1.2", "A", "2", null, null);
        store("1.3", "A", "3", "2026-01-01", null);
        store("1.4", "A", "4", "2025-01-01", "10:01");
        store("1.5", "A", "5", "2025-01-01", "10:00");
        store("1.6", "A", "6", "0001-01-01", "10:00");
        assertThat(found("")).containsExactly("1.3", "1.4", "1.5", "1.1", "1.6", "1.2");
    }

    @Test
    void words_are_found_in_any_order_whatever_their_case_and_accents() {
        store("1.1", "Müller-Łukasz^Zoë^^Dr", "X12", "2026-01-01", null);
        store("1.2", "O'NEILL^SEÁN", "Y12", "2026-01-01", null);
        assertThat(found("zoe MULLER")).containsExactly("1.1");
        assertThat(found("lukasz x12 thorax")).containsExactly("1.1");
        assertThat(found("oneill")).containsExactly("1.2");
        assertThat(found("O’Neill sean")).containsExactly("1.2");
        assertThat(found("müll")).containsExactly("1.1");
        assertThat(found("muller sean")).isEmpty();
        assertThat(found("eill")).isEmpty();
    }

    @Test
    void names_in_other_scripts_are_found_by_their_beginning() {
        store("1.1", "Yamada^Tarou=山田^太郎=やまだ^たろう", "1", "2026-01-01", null);
        store("1.2", "Иванов^Пётр", "2", "2026-01-01", null);
        assertThat(found("山田")).containsExactly("1.1");
        assertThat(found("太")).containsExactly("1.1");
        assertThat(found("やまだ yamada")).containsExactly("1.1");
        assertThat(found("иванов петр")).containsExactly("1.2");
    }

    @Test
    void an_nhs_number_is_found_with_and_without_spaces_while_it_is_typed() {
        store("1.1", "A", "9990000018", "2026-01-01", null);
        store("1.2", "A", "999 000 0026", "2026-01-01", null);
        for (String typed :
                List.of("9990000018", "999 000 0018", "999-000-0018", "999 000 001", "99900000 1".replace(" ", ""))) {
            assertThat(found(typed)).as(typed).containsExactly("1.1");
        }
        assertThat(found("9990000026")).containsExactly("1.2");
        assertThat(found("999 000 0026")).containsExactly("1.2");
        assertThat(found("999 000")).hasSize(2);
        assertThat(found("999")).hasSize(2);
    }

    @Test
    void description_accession_and_modality_are_searched_too() {
        catalog.store(
                Rows.ct().study("1.1").about("Angiogramm Becken/Bein", "XA").row());
        assertThat(found("becken")).containsExactly("1.1");
        assertThat(found("rxx0012345")).containsExactly("1.1");
        assertThat(found("xa")).containsExactly("1.1");
        catalog.store(
                Rows.ct().study("1.1").series("1.1.2").about("other", "SR").row());
        assertThat(found("sr xa")).containsExactly("1.1");
    }

    @Test
    void signs_that_mean_something_to_a_query_language_mean_nothing_here() {
        store("1.1", "A", "1", "2026-01-01", null);
        for (String odd : List.of("\"", "*", "a*", "(a)", "a:", "-a", "^a", "' OR 1=1 --", "%", "NEAR(a)", "a\u0000")) {
            assertThat(catalog.search(StudyQuery.text(odd, 10)).items()).as(odd).hasSizeLessThan(2);
        }
        assertThat(found("and a")).isEmpty();
        assertThat(found("\"*")).containsExactly("1.1");
    }

    @Test
    void a_search_can_be_kept_within_some_studies() {
        store("1.1", "Adams", "1", "2026-01-01", null);
        store("1.2", "Brown", "2", "2026-01-02", null);
        store("1.3", "Adams", "3", "2026-01-03", null);
        Set<String> within = Set.of("1.1", "1.2", "9.9");
        assertThat(uids(StudyQuery.text("", 50).within(within))).containsExactly("1.2", "1.1");
        assertThat(uids(StudyQuery.text("adams", 50).within(within))).containsExactly("1.1");
        assertThat(uids(StudyQuery.text("", 50).within(Set.of()))).isEmpty();
        Page<StudySummary> first = catalog.search(StudyQuery.text("", 1).within(within));
        assertThat(first.items()).hasSize(1);
        assertThat(catalog.search(new StudyQuery("", List.of(), null, null, 1, first.next()).within(within))
                        .items())
                .extracting(summary -> summary.study().study())
                .containsExactly("1.1");
    }

    @Test
    void the_studies_of_a_patient_are_found_however_the_number_is_spaced() {
        store("1.1", "A", "9990000018", "2026-01-01", null);
        store("1.2", "A", "999 000 0018", "2026-01-02", null);
        store("1.3", "A", "99900000181", "2026-01-03", null);
        assertThat(catalog.ofPatient("9990000018"))
                .extracting(summary -> summary.study().study())
                .containsExactly("1.2", "1.1");
        assertThat(catalog.ofPatient("nobody")).isEmpty();
        assertThat(catalog.summary("1.3").orElseThrow().patient().id()).isEqualTo("99900000181");
        assertThat(catalog.summary("1.4")).isEmpty();
    }

    @Test
    void the_studies_of_a_request_are_found_by_its_whole_number() {
        catalog.storeSummary(summary("1.1", "R 17"));
        catalog.storeSummary(summary("1.2", "R 17"));
        catalog.storeSummary(summary("1.3", "R 171"));
        catalog.storeSummary(summary("1.4", null));
        assertThat(catalog.ofAccession("R 17"))
                .extracting(summary -> summary.study().study())
                .containsExactly("1.2", "1.1");
        assertThat(catalog.ofAccession("R")).isEmpty();
    }

    @Test
    void studies_are_found_by_where_they_come_from() {
        origin("1.1", "2026-01-03", "WARD 7B^R2", "CT");
        origin("1.2", "2026-01-03", "ward 7b", "MR");
        origin("1.3", "2026-01-02", "Ward 7B", "CT");
        origin("1.4", "2026-01-03", "Ward 17B [?]", "CT");
        origin("1.5", "2026-01-03", "", "CT");
        origin("1.6", null, "Ward 7B", "CT");
        assertThat(from("Ward 7B", List.of(), "2026-01-03")).containsExactly("1.2", "1.1");
        assertThat(from("ward 7B", List.of("CT"), "2026-01-02")).containsExactly("1.1", "1.3");
        assertThat(from("*7b", List.of(), "2026-01-01")).containsExactly("1.2", "1.1", "1.3");
        assertThat(from("*[?]", List.of(), "2026-01-01")).containsExactly("1.4");
        assertThat(from("", List.of("MR"), "2026-01-01")).containsExactly("1.2");
    }

    private List<String> from(String location, List<String> modalities, String from) {
        return catalog.ofOrigin(new OriginQuery(location, modalities, from, 10)).stream()
                .map(summary -> summary.study().study())
                .toList();
    }

    private void origin(String study, @Nullable String date, String location, String modality) {
        StudySummary any = summary(study, null);
        StudyFacts facts = new StudyFacts(study, date, null, "", null, location, "Evans^Nerys");
        catalog.storeSummary(new StudySummary(any.patient(), facts, List.of(modality), 1, 1, 1));
        assertThat(catalog.summary(study).orElseThrow().study()).isEqualTo(facts);
    }

    private static StudySummary summary(String study, @Nullable String accession) {
        return new StudySummary(
                new PatientIdentity(new PatientName("A", "", ""), "1", null, null, null),
                new StudyFacts(study, "2026-01-01", null, "", accession),
                List.of("CT"),
                1,
                1,
                1);
    }

    @Test
    void a_list_can_be_narrowed_by_modality_and_date() {
        catalog.store(Rows.ct().study("1.1").at("2026-01-01", "23:59").row());
        catalog.store(Rows.ct()
                .study("1.2")
                .at("2026-01-02", "00:00")
                .about("x", "MR")
                .row());
        catalog.store(Rows.ct().study("1.3").at(null, null).about("x", "CR").row());
        assertThat(uids(query("", List.of("MR", "CR"), null, null))).containsExactly("1.2", "1.3");
        assertThat(uids(query("zz", List.of("CT"), null, null))).containsExactly("1.1");
        assertThat(uids(query("", List.of(), "2026-01-01", "2026-01-01"))).containsExactly("1.1");
        assertThat(uids(query("", List.of(), "2026-01-02", null))).containsExactly("1.2");
        assertThat(uids(query("", List.of(), null, "2026-01-02"))).containsExactly("1.2", "1.1");
        assertThat(uids(query("zztest", List.of("CT"), "2026-01-02", null))).isEmpty();
    }

    private static StudyQuery query(String text, List<String> modalities, @Nullable String from, @Nullable String to) {
        return new StudyQuery(text, modalities, from, to, 50, null);
    }

    @Test
    void a_part_of_a_word_is_found_in_its_middle() {
        store("1.1", "Goldsmith^Ann", "RXX0012345", "2026-01-01", null);
        store("1.2", "Smithers^Bo", "RXX0012399", "2026-01-02", null);
        store("1.3", "Müller-Łukasz^Zoë=山田太郎", "7", "2026-01-03", null);
        assertThat(uids(parts("", "mith"))).containsExactly("1.2", "1.1");
        assertThat(uids(parts("ann", "mith"))).containsExactly("1.1");
        assertThat(uids(parts("mith", "mith"))).isEmpty();
        assertThat(uids(parts("", "0123", "smith"))).containsExactly("1.2", "1.1");
        assertThat(uids(parts("", "UKÁSZ"))).containsExactly("1.3");
        assertThat(uids(parts("", "田太郎"))).containsExactly("1.3");
        assertThat(uids(parts("", "太郎"))).containsExactly("1.3");
        assertThat(uids(parts("", "ithgold"))).isEmpty();
        assertThat(uids(new StudyQuery("", List.of("MR"), null, null, 9, null, List.of("mith"))))
                .isEmpty();
        assertThat(uids(new StudyQuery("", List.of("CT"), "2026-01-02", null, 9, null, List.of("mith"))))
                .containsExactly("1.2");
        catalog.remove("1.2");
        assertThat(uids(parts("", "mith"))).containsExactly("1.1");
    }

    private static StudyQuery parts(String text, String... parts) {
        return new StudyQuery(text, List.of(), null, null, 50, null, List.of(parts));
    }

    @Test
    void pages_join_without_gap_or_repeat_while_studies_come_and_go() {
        for (int i = 1; i <= 7; i++) {
            store("1." + i, "A", "P" + i, "2026-01-0" + i, null);
        }
        for (String text : List.of("", "a")) {
            List<String> seen = new ArrayList<>();
            Page<StudySummary> page = catalog.search(new StudyQuery(text, List.of(), null, null, 3, null));
            page.items().forEach(summary -> seen.add(summary.study().study()));
            store("2.1", "A", "N", "2026-01-09", null);
            catalog.remove("1.7");
            while (page.next() != null) {
                page = catalog.search(new StudyQuery(text, List.of(), null, null, 3, page.next()));
                page.items().forEach(summary -> seen.add(summary.study().study()));
            }
            assertThat(seen).containsExactly("1.7", "1.6", "1.5", "1.4", "1.3", "1.2", "1.1");
            catalog.remove("2.1");
            store("1.7", "A", "P7", "2026-01-07", null);
        }
    }
}
