// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

import java.util.List;

/**
 * A line of the study list.
 *
 * @param modalities the distinct modalities of its series, sorted
 * @param series how many series
 * @param instances how many objects, flagged ones included
 * @param bytes of all its objects
 */
public record StudySummary(
        PatientIdentity patient, StudyFacts study, List<String> modalities, int series, int instances, long bytes) {
    public StudySummary {
        modalities = List.copyOf(modalities);
    }
}
