// SPDX-License-Identifier: Apache-2.0
import type { StudySummary } from './studies';
import type { StudyDescriptor } from './study';

/** The line of the list that a study would have, of which only the descriptor is known; how many bytes it has is not: 0. */
export function summaryOf(study: StudyDescriptor): StudySummary {
  const instances = study.series.reduce((sum, series) => sum + series.instances.length, 0);
  return {
    study: study.study,
    patient: study.patient,
    date: study.date,
    time: study.time,
    description: study.description,
    accession: study.accession,
    modalities: [...new Set(study.series.map(({ modality }) => modality))].sort(),
    series: study.series.length,
    instances: instances + study.omitted.length,
    bytes: 0,
    readiness: null,
    arrival: study.arrival,
  };
}
