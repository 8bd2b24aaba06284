// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardlight.sync.catalog.MemoryCatalog;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.PatientName;
import org.wardlight.sync.catalog.StudyFacts;
import org.wardlight.sync.catalog.StudySummary;

/** Each line of what is pasted is compared with what is here. */
class ListReaderTest {
    private final MemoryCatalog catalog = new MemoryCatalog(Clock.systemUTC());
    private final ListReader reader = new ListReader(catalog);

    private void study(String uid, String name, String id, @Nullable String issuer, @Nullable String accession) {
        catalog.storeSummary(new StudySummary(
                new PatientIdentity(new PatientName(name, "", ""), id, issuer, null, null),
                new StudyFacts(uid, "2026-11-24", null, "", accession),
                List.of("CT"),
                1,
                1,
                1));
    }

    private List<String> words(String pasted) {
        return reader.read(pasted).doubts().stream()
                .map(doubt -> doubt.line() + ": " + doubt.words())
                .toList();
    }

    @Test
    void what_is_known_is_taken_without_a_word() {
        study("1.2.3.4.5", "Zztest^Aled", "999 000 0018", null, "R17");
        assertThat(words("9990000018\n1.2.3.4.5\nacc:R17")).isEmpty();
    }

    @Test
    void a_number_that_only_a_request_has_is_taken_as_an_accession_number() {
        study("1.2.3.4.5", "Zztest^Aled", "A1", null, "R17");
        var read = reader.read("A1\nR17");
        assertThat(read.entries()).containsExactly(ListEntry.patient("A1"), ListEntry.accession("R17"));
        assertThat(read.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.line()).isEqualTo(2);
            assertThat(doubt.words()).contains("accession number");
        });
    }

    @Test
    void what_is_not_here_stays_on_the_list_and_is_explained() {
        study("1.2.3.4.5", "Zztest^Aled", "00123", null, null);
        study("1.2.3.4.6", "Zztest^Bea", "456", "WARD", null);
        assertThat(words("nobody\n123\n456^^^CLINIC\n1.2.3.4.9\nacc:none"))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("1: Nothing of this patient is here yet"),
                        two -> assertThat(two).contains("2: ", "with 2 zeros in front"),
                        three -> assertThat(three).startsWith("3: The number is known here, but under another issuer"),
                        four -> assertThat(four).startsWith("4: No study of this UID"),
                        five -> assertThat(five).startsWith("5: No study of this accession number"));
        assertThat(reader.read("nobody").entries()).hasSize(1);
    }

    @Test
    void a_repeat_and_a_number_of_two_people_are_pointed_out() {
        study("1.2.3.4.5", "Zztest^Aled", "7", "A", null);
        study("1.2.3.4.6", "Other^Bea", "7", "B", null);
        assertThat(words("7\n7^^^A\n7"))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("1: The number of several people"),
                        three -> assertThat(three).isEqualTo("3: The same as line 1."));
    }

    @Test
    void an_export_runs_nothing_in_a_spreadsheet_and_is_read_as_the_same_list() {
        study("1.2.3.4.5", "=cmd|' /C calc'!A0", "+44", null, "@R");
        WardList list = new WardList(
                "w",
                Instant.EPOCH,
                List.of(
                        ListEntry.patient("+44"),
                        ListEntry.accession("@R"),
                        ListEntry.study("1.2.3.4.5"),
                        new ListEntry(ListEntry.Kind.PATIENT, "-1\"", "H")));
        String csv = ListCsv.write(new ListContents(catalog).of(list));
        assertThat(csv.lines().skip(1).toList().get(0)).startsWithIgnoringCase("\"'+44\",\"patient\",\"'=cmd");
        assertThat(ListText.read(csv).entries()).isEqualTo(list.entries());
        assertThat(csv.split("\"")).noneMatch(cell -> cell.matches("[=+@-].*"));
    }
}
