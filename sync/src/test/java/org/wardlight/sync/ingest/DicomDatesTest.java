// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DicomDatesTest {
    @Test
    void dates_and_times_of_every_age_are_read() {
        assertThat(DicomDates.date("20261124")).contains("2026-11-24");
        assertThat(DicomDates.date("1993.08.22")).contains("1993-08-22");
        assertThat(DicomDates.time("160512.123456")).contains("16:05");
        assertThat(DicomDates.time("16:05:12")).contains("16:05");
        assertThat(DicomDates.time("16")).contains("16:00");
    }

    @Test
    void what_is_no_day_or_time_is_absent() {
        assertThat(DicomDates.date("20260230")).isEmpty();
        assertThat(DicomDates.date("2026")).isEmpty();
        assertThat(DicomDates.date("2026.1124")).isEmpty();
        assertThat(DicomDates.time("25")).isEmpty();
        assertThat(DicomDates.time("")).isEmpty();
    }
}
