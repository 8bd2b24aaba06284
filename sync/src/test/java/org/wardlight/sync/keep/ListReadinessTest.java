// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wardlight.sync.catalog.PatientIdentity;
import org.wardlight.sync.catalog.PatientName;
import org.wardlight.sync.catalog.StudyFacts;
import org.wardlight.sync.catalog.StudySummary;
import org.wardlight.sync.list.ListContents;
import org.wardlight.sync.list.ListEntry;

class ListReadinessTest {
    private static final Instant NOW = Instant.parse("2026-11-25T07:10:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-27T18:00:00Z");
    private static final List<ListContents.Line> LINES = List.of(line("A", "1.1", "1.2"), line("B", "1.3"), line("C"));

    private static ListContents.Line line(String patient, String... studies) {
        return new ListContents.Line(
                ListEntry.patient(patient),
                Stream.of(studies)
                        .map(uid -> new StudySummary(
                                new PatientIdentity(new PatientName(patient, "", ""), patient, null, null, null),
                                new StudyFacts(uid, null, null, "", null),
                                List.of(),
                                1,
                                1,
                                1))
                        .toList());
    }

    private static List<ListReadiness.OnDevice> on(Copy.Kept... kept) {
        Copy copy = new Copy("device:1", "laptop", "Laptop", NOW, List.of(kept));
        return ListReadiness.of(LINES, List.of(copy), NOW).devices();
    }

    @Test
    void a_patient_is_ready_where_every_study_of_the_list_is_whole_and_the_first_to_end_is_said() {
        assertThat(on(
                        new Copy.Kept("1.1", true, null),
                        new Copy.Kept("1.2", true, FRIDAY.plusSeconds(9)),
                        new Copy.Kept("1.3", true, FRIDAY)))
                .singleElement()
                .satisfies(device -> {
                    assertThat(device.ready()).isEqualTo(2);
                    assertThat(device.of()).as("nothing of C is here").isEqualTo(2);
                    assertThat(device.until()).isEqualTo(FRIDAY);
                    assertThat(device.lacking()).isEmpty();
                });
    }

    @Test
    void what_is_part_there_or_has_ended_lacks() {
        assertThat(on(
                        new Copy.Kept("1.1", true, null),
                        new Copy.Kept("1.2", false, null),
                        new Copy.Kept("1.3", true, NOW)))
                .singleElement()
                .satisfies(device -> {
                    assertThat(device.ready()).isZero();
                    assertThat(device.lacking()).containsExactly(0, 1);
                    assertThat(device.until()).isNull();
                });
    }

    @Test
    void a_device_that_keeps_nothing_of_the_list_is_not_named() {
        assertThat(on(new Copy.Kept("9.9", true, null))).isEmpty();
    }
}
