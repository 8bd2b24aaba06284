// SPDX-License-Identifier: Apache-2.0
package org.wardlight.sync.catalog;

/** One object with all that it says of its patient, study and series; its standing is decided by the catalog. */
public record NewInstance(PatientIdentity patient, StudyFacts study, SeriesFacts series, InstanceRecord instance) {}
