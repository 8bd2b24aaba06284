// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.time.Instant;
import java.util.List;

/**
 * A study with all that is known of it. Patient and study facts are those of its first object, unless corrected.
 *
 * @param series by Series Number (none last), then Series Instance UID; empty for a study known by its summary alone
 * @param corrections of its identity, oldest first: the summary's patient is that of the last
 * @param changed cursor of the latest entry of the change log for this study
 * @param changedAt when that was
 */
public record StudyRecord(
        StudySummary summary,
        List<SeriesRecord> series,
        List<Correction> corrections,
        long changed,
        Instant changedAt) {
    public StudyRecord {
        series = List.copyOf(series);
        corrections = List.copyOf(corrections);
    }
}
