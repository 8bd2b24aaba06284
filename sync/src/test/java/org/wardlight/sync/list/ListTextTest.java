// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wardlight.sync.list.ListEntry.Kind;

class ListTextTest {
    @Test
    void a_pasted_spreadsheet_gives_its_first_column() {
        var read = ListText.read(
                "\uFEFFNHS number,Name\r\n999 000 0018,\"Zztest, Aled\"\n\n# bay 2\n\"A-17\";x\n1.2.840.113619.2.55\tCT");
        assertThat(read.entries())
                .containsExactly(
                        ListEntry.patient("9990000018"),
                        ListEntry.patient("A-17"),
                        ListEntry.study("1.2.840.113619.2.55"));
        assertThat(read.doubts()).isEmpty();
    }

    @Test
    void an_issuer_is_read_and_written_as_hl7_does() {
        var read = ListText.read("123^^^HOSPITAL&1.2&ISO");
        assertThat(read.entries()).containsExactly(new ListEntry(Kind.PATIENT, "123", "HOSPITAL"));
        assertThat(ListText.read(read.entries().get(0).text()).entries()).isEqualTo(read.entries());
    }

    @Test
    void a_wrong_check_digit_is_pointed_out_and_taken() {
        var read = ListText.read("9990000018\n9990000019");
        assertThat(read.entries()).hasSize(2);
        assertThat(read.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.line()).isEqualTo(2);
            assertThat(doubt.taken()).isTrue();
            assertThat(doubt.words()).contains("check digit");
        });
    }

    @Test
    void what_is_no_identifier_is_left_out_and_named_by_its_line() {
        var read = ListText.read("ok\n" + "x".repeat(65) + "\n^^^HOSPITAL\na\\b\n" + "y".repeat(500));
        assertThat(read.entries()).containsExactly(ListEntry.patient("ok"));
        assertThat(read.doubts()).extracting(ListText.Doubt::line).containsExactly(2, 3, 4, 5);
        assertThat(read.doubts()).noneMatch(ListText.Doubt::taken);
    }

    @Test
    void a_heading_says_which_columns_count_and_the_surest_of_a_row_is_taken() {
        var read = ListText.read("""
                Bed;Hospital No.;Issuer;NHS Number;Accession No.
                1;00123;WARD;;
                2;;;999 000 0018;
                3;00124;;9990000026;"R 17"
                4;;;;
                A17
                """);
        assertThat(read.entries())
                .containsExactly(
                        new ListEntry(Kind.PATIENT, "00123", "WARD"),
                        ListEntry.patient("9990000018"),
                        ListEntry.accession("R 17"),
                        ListEntry.patient("A17"));
        assertThat(read.taken()).extracting(ListText.Taken::line).containsExactly(2, 3, 4, 6);
        assertThat(read.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.line()).isEqualTo(5);
            assertThat(doubt.words()).contains("No identifier");
        });
    }

    @Test
    void an_accession_number_can_be_named_as_one() {
        var read = ListText.read("acc: A-17\nAccession:B^2");
        assertThat(read.entries()).containsExactly(ListEntry.accession("A-17"), ListEntry.accession("B^2"));
        assertThat(ListText.read(read.entries().get(1).text()).entries()).containsExactly(ListEntry.accession("B^2"));
    }

    @Test
    void what_spreadsheets_do_to_numbers_is_undone_or_said() {
        var read = ListText.read("=\"0012\"\n999\u00A0000\u00A00018\n'-17\n9.99E+09\n\"two\nlines\"\nlast");
        assertThat(read.entries())
                .containsExactly(
                        ListEntry.patient("0012"),
                        ListEntry.patient("9990000018"),
                        ListEntry.patient("-17"),
                        ListEntry.patient("last"));
        assertThat(read.taken().get(3).line()).isEqualTo(7);
        assertThat(read.doubts()).extracting(ListText.Doubt::line).containsExactly(4, 5);
        assertThat(read.doubts().get(0).words()).contains("Make its column text");
    }
}
