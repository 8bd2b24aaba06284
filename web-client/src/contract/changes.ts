// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { string, uid } from './words';

const OPERATIONS = ['added', 'replaced', 'removed'] as const;

/** Something that happened to a study, and where exactly when that is known. */
export interface Change {
  readonly cursor: number;
  readonly at: string;
  readonly op: (typeof OPERATIONS)[number];
  readonly study: string;
  readonly series: string | null;
  readonly instance: string | null;
}

/** What changed since a cursor; `next` is the cursor to ask with later. */
export interface Changes {
  readonly changes: readonly Change[];
  readonly next: number;
}

export function parseChanges(json: Json): Changes {
  return { changes: json.field('changes').list(parseChange), next: json.field('next').integer(0) };
}

function parseChange(json: Json): Change {
  return {
    cursor: json.field('cursor').integer(0),
    at: json.field('at').string(),
    op: json.field('op').word(OPERATIONS),
    study: uid(json.field('study')),
    series: json.field('series').optional(string),
    instance: json.field('instance').optional(string),
  };
}
