// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { date, uid } from './words';

const KINDS = ['REPORT', 'PDF', 'CDA', 'STL', 'WAVEFORM', 'TEXT', 'OTHER'] as const;

/** What is read rather than looked at, opened on a page of its own; `pages` is more than one for long recordings. */
export interface StudyDocument {
  readonly instance: string;
  readonly version: string;
  readonly kind: (typeof KINDS)[number];
  readonly title: string;
  readonly date: string | null;
  readonly mediaType: string;
  readonly bytes: number;
  readonly series: string;
  readonly number: number | null;
  readonly pages: number;
}

/** A kind that a newer server has is shown as one to save. */
export function parseDocument(json: Json): StudyDocument {
  const kind = json.field('kind').string();
  return {
    instance: uid(json.field('instance')),
    version: json.field('version').text(/^[0-9a-f]{1,64}$/, 'a version'),
    kind: KINDS.find((known) => known === kind) ?? 'OTHER',
    title: json.field('title').string(),
    date: json.field('date').optional(date),
    mediaType: json.field('mediaType').string(),
    bytes: json.field('bytes').integer(0),
    series: uid(json.field('series')),
    number: json.field('number').optional((n) => n.integer()),
    pages: json.field('pages').optional((n) => n.integer(1)) ?? 1,
  };
}
