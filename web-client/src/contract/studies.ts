// SPDX-License-Identifier: Apache-2.0
import { type Arrival, parseArrival } from './arrival';
import type { Json } from './json';
import { type Patient, parsePatient } from './patient';
import { date, string, uid } from './words';

/** How much of a study the answering node holds; `state` is its word, `complete` when nothing is missing. */
export interface Readiness {
  readonly state: string;
  readonly have: number;
  readonly of: number;
}

/** A line of the study list. */
export interface StudySummary {
  readonly study: string;
  readonly patient: Patient;
  readonly date: string | null;
  readonly time: string | null;
  readonly description: string;
  readonly accession: string | null;
  readonly modalities: readonly string[];
  readonly series: number;
  readonly instances: number;
  readonly bytes: number;
  readonly readiness: Readiness | null;
  /** Null when all of it is there, as far as anybody knows. */
  readonly arrival: Arrival | null;
}

/** A page of the study list, newest first; `next` is the cursor of the page after it, null on the last. */
export interface StudyPage {
  readonly studies: readonly StudySummary[];
  readonly next: string | null;
}

export function parseStudies(json: Json): StudyPage {
  return { studies: json.field('studies').list(parseStudySummary), next: json.field('next').optional(string) };
}

export function parseStudySummary(json: Json): StudySummary {
  return {
    study: uid(json.field('study')),
    patient: parsePatient(json.field('patient')),
    date: json.field('date').optional(date),
    time: json.field('time').optional(string),
    description: json.field('description').string(),
    accession: json.field('accession').optional(string),
    modalities: json.field('modalities').list(string),
    series: json.field('series').integer(0),
    instances: json.field('instances').integer(0),
    bytes: json.field('bytes').integer(0),
    readiness: json.field('readiness').optional(parseReadiness),
    arrival: json.field('arrival').optional(parseArrival),
  };
}

function parseReadiness(json: Json): Readiness {
  return {
    state: json.field('state').string(),
    have: json.field('have').integer(0),
    of: json.field('of').integer(0),
  };
}
