// SPDX-License-Identifier: Apache-2.0
import { Json } from '../contract/json';
import type { StudySummary } from '../contract/studies';
import { parseStudy } from '../contract/study';

/**
 * The line of the list for a study as its descriptor has it now: an amended name or date must not live on in the list of a
 * device. Throws when the descriptor is not of this study.
 */
export function renewed(summary: StudySummary, descriptorText: string): StudySummary {
  const json = Json.parse(descriptorText);
  const { study, patient, date, time, description, accession, series, arrival } = parseStudy(json);
  if (study !== summary.study) json.field('study').fail('the study that was asked for');
  const modalities = [...new Set(series.map(({ modality }) => modality))].sort();
  return {
    ...summary,
    patient,
    date,
    time,
    description,
    accession,
    arrival,
    modalities: modalities.length > 0 ? modalities : summary.modalities,
  };
}
