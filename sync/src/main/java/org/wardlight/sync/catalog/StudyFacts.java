// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What an object says of its study (PS3.3 C.7.2.1).
 *
 * @param study Study Instance UID
 * @param date yyyy-mm-dd, null when absent or no date
 * @param time hh:mm, null when absent or no time
 * @param description empty when absent
 * @param location Current Patient Location, else Institutional Department Name; empty when absent
 * @param referrer Referring Physician's Name; empty when absent
 */
public record StudyFacts(
        String study,
        @Nullable String date,
        @Nullable String time,
        String description,
        @Nullable String accession,
        String location,
        String referrer) {
    /** Of no known origin. */
    public StudyFacts(
            String study,
            @Nullable String date,
            @Nullable String time,
            String description,
            @Nullable String accession) {
        this(study, date, time, description, accession, "", "");
    }

    public StudyFacts {
        Recency.check(date);
        if (time != null && !time.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            throw new IllegalArgumentException("a time must be hh:mm");
        }
    }
}
