// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { string } from './words';

/** A study on an archive; dates as DICOM has them. `objects` is 0 when the archive does not say; `here` are those that are here. */
export interface PacsStudy {
  readonly study: string;
  readonly patient: string;
  readonly patientId: string;
  readonly birthDate: string;
  readonly date: string;
  readonly description: string;
  readonly modalities: readonly string[];
  readonly objects: number;
  readonly here: number;
}

/** `trouble` says why the archive gave nothing; empty when it did. */
export interface PacsFound {
  readonly studies: readonly PacsStudy[];
  readonly more: boolean;
  readonly trouble: string;
}

export function parsePacsFound(json: Json): PacsFound {
  return {
    studies: json.field('studies').list((item) => ({
      study: item.field('study').string(),
      patient: item.field('patient').string(),
      patientId: item.field('patientId').string(),
      birthDate: item.field('birthDate').string(),
      date: item.field('date').string(),
      description: item.field('description').string(),
      modalities: item.field('modalities').list(string),
      objects: item.field('objects').integer(0),
      here: item.field('here').integer(0),
    })),
    more: json.field('more').boolean(),
    trouble: json.field('trouble').string(),
  };
}

/** Names of archives. */
export const parsePacsList = (json: Json): readonly string[] => json.field('pacs').list(string);

export type FetchState = 'waiting' | 'running' | 'done' | 'failed' | 'stopped';

/** A study that is fetched in the background, or was; `of` is 0 as long as it is not known. */
export interface Fetch {
  readonly id: number;
  readonly peer: string;
  readonly study: string;
  readonly about: string;
  readonly state: FetchState;
  readonly have: number;
  readonly of: number;
  readonly message: string;
  readonly at: string;
}

export const parseFetches = (json: Json): readonly Fetch[] => json.field('fetches').list(parseFetch);

export function parseFetch(json: Json): Fetch {
  return {
    id: json.field('id').integer(1),
    peer: json.field('peer').string(),
    study: json.field('study').string(),
    about: json.field('about').string(),
    state: json.field('state').word(['waiting', 'running', 'done', 'failed', 'stopped'] as const),
    have: json.field('have').integer(0),
    of: json.field('of').integer(0),
    message: json.field('message').string(),
    at: json.field('at').string(),
  };
}
