// SPDX-License-Identifier: Apache-2.0
// What people measured, as the server keeps it.
import type { Json } from './json';
import { uid } from './words';

const KINDS = ['length', 'angle', 'cobb', 'ellipse', 'rectangle', 'probe', 'arrow'] as const;
const OUTCOMES = ['kept', 'changed', 'refused'] as const;

/** Points are column and row as SCOORD has them (PS3.3 C.18.6). */
export interface MarkShape {
  readonly instance: string;
  readonly frame: number;
  readonly kind: (typeof KINDS)[number];
  readonly points: readonly (readonly number[])[];
  readonly text: string;
}

/** The newest version of a mark; `shape` null: it was deleted. `by` is a name for people. */
export interface KeptMark {
  readonly id: string;
  readonly version: number;
  readonly shape: MarkShape | null;
  readonly author: string;
  readonly by: string;
  readonly at: string;
}

/** `changed`: somebody else changed the mark meanwhile, so this was not kept. `refused`: its image is not of this study. */
export interface MarkResult {
  readonly change: string;
  readonly outcome: (typeof OUTCOMES)[number];
  readonly mark: KeptMark | null;
}

export const parseKeptMarks = (json: Json): readonly KeptMark[] => json.field('marks').list(parseKeptMark);

export const parseMarkResults = (json: Json): readonly MarkResult[] =>
  json.field('results').list((result) => ({
    change: result.field('change').string(),
    outcome: result.field('outcome').word(OUTCOMES),
    mark: result.field('mark').optional(parseKeptMark),
  }));

function parseKeptMark(json: Json): KeptMark {
  return {
    id: json.field('id').string(),
    version: json.field('version').integer(1),
    shape: json.field('shape').optional(parseShape),
    author: json.field('author').string(),
    by: json.field('by').string(),
    at: json.field('at').string(),
  };
}

function parseShape(json: Json): MarkShape {
  return {
    instance: uid(json.field('instance')),
    frame: json.field('frame').integer(1),
    kind: json.field('kind').word(KINDS),
    points: json.field('points').list((point) => {
      const pair = point.list((value) => value.number());
      return pair.length === 2 ? pair : point.fail('a column and a row');
    }),
    text: json.field('text').string(),
  };
}
