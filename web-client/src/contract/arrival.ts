// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { string } from './words';

/** How much of a study is at the server: `expected` is null while nobody has said how many objects it has. */
export interface Arrival {
  readonly have: number;
  readonly expected: number | null;
  /** When the last object came, ISO 8601; null when that was not noted. */
  readonly lastAt: string | null;
}

export function parseArrival(json: Json): Arrival {
  return {
    have: json.field('have').integer(0),
    expected: json.field('expected').optional((n) => n.integer(0)),
    lastAt: json.field('lastAt').optional(string),
  };
}
