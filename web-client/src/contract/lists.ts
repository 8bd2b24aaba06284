// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { string } from './words';

/** A list without its lines: `entries` patients and studies are named, of `unknown` of them nothing is here. */
export interface ListHead {
  readonly name: string;
  readonly changedAt: string;
  readonly entries: number;
  readonly unknown: number;
  readonly studies: number;
  /** What fills it besides, in words; null: nothing does. */
  readonly rule: string | null;
}

export const parseLists = (json: Json): readonly ListHead[] =>
  json.field('lists').list((item) => ({
    name: item.field('name').string(),
    changedAt: item.field('changedAt').string(),
    entries: item.field('entries').integer(0),
    unknown: item.field('unknown').integer(0),
    studies: item.field('studies').integer(0),
    rule: item.field('rule').optional(string),
  }));

/** Which studies are on a list by themselves: those of the last `days` days; what is empty is any. */
export interface ListRule {
  readonly location: string;
  readonly modalities: readonly string[];
  readonly days: number;
  readonly referrer: string;
}

const parseRule = (json: Json): ListRule => ({
  location: json.field('location').string(),
  modalities: json.field('modalities').list((item) => item.string()),
  days: json.field('days').integer(1),
  referrer: json.field('referrer').string(),
});

/** A study that left the list because it was deleted or corrected, with whom it was under until then. */
export interface Left {
  readonly study: string;
  readonly patient: string;
  readonly why: 'deleted' | 'corrected';
  readonly by: string;
  readonly at: string;
}

/** What one line stands for; `ambiguous` when the number is that of several people here. */
export interface ListLine {
  readonly text: string;
  readonly kind: 'patient' | 'study' | 'accession';
  readonly patient: string | null;
  readonly studies: number;
  readonly ambiguous: boolean;
  /** Whether the list's rule found it, nobody wrote it. */
  readonly byRule: boolean;
  /** Study Instance UIDs, newest first. */
  readonly uids: readonly string[];
}

/** Something odd in a line of what was pasted, counted from 1; `taken` when it is on the list all the same. */
export interface Doubt {
  readonly line: number;
  readonly taken: boolean;
  readonly words: string;
}

export interface OneList {
  readonly name: string;
  readonly changedAt: string;
  readonly rule: ListRule | null;
  readonly lines: readonly ListLine[];
  /** Newest first. */
  readonly left: readonly Left[];
  readonly doubts: readonly Doubt[];
}

export function parseList(json: Json): OneList {
  return {
    name: json.field('name').string(),
    changedAt: json.field('changedAt').string(),
    rule: json.field('rule').optional(parseRule),
    lines: json.field('lines').list((item) => ({
      text: item.field('text').string(),
      kind: item.field('kind').word(['patient', 'study', 'accession'] as const),
      patient: item.field('patient').optional(string),
      studies: item.field('studies').integer(0),
      ambiguous: item.field('ambiguous').boolean(),
      byRule: item.field('byRule').boolean(),
      uids: item.field('uids').list((uid) => uid.string()),
    })),
    left: json.field('left').list((item) => ({
      study: item.field('study').string(),
      patient: item.field('patient').string(),
      why: item.field('why').word(['deleted', 'corrected'] as const),
      by: item.field('by').string(),
      at: item.field('at').string(),
    })),
    doubts: json.field('doubts').list((item) => ({
      line: item.field('line').integer(1),
      taken: item.field('taken').boolean(),
      words: item.field('words').string(),
    })),
  };
}

/** How much of a list is ready on a device; `lacking` are places in `patients`, from 0. */
export interface DeviceReadiness {
  readonly name: string;
  readonly owner: string;
  readonly at: string;
  readonly ready: number;
  readonly of: number;
  readonly until: string | null;
  readonly lacking: readonly number[];
}

export interface ListReadiness {
  readonly name: string;
  readonly patients: readonly { readonly text: string; readonly name: string | null; readonly studies: number }[];
  readonly devices: readonly DeviceReadiness[];
}

export const parseListReadiness = (json: Json): ListReadiness => ({
  name: json.field('name').string(),
  patients: json.field('patients').list((item) => ({
    text: item.field('text').string(),
    name: item.field('name').optional(string),
    studies: item.field('studies').integer(0),
  })),
  devices: json.field('devices').list((item) => ({
    name: item.field('name').string(),
    owner: item.field('owner').string(),
    at: item.field('at').string(),
    ready: item.field('ready').integer(0),
    of: item.field('of').integer(0),
    until: item.field('until').optional(string),
    lacking: item.field('lacking').list((place) => place.integer(0)),
  })),
});
