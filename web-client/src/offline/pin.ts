// SPDX-License-Identifier: Apache-2.0
import type { StudySummary } from '../contract/studies';

/** Why a pin stands still until somebody asks again. */
export type PinProblem =
  | { readonly code: 'no-room'; readonly needBytes: number; readonly freeBytes: number }
  | { readonly code: 'refused'; readonly detail: string }
  | { readonly code: 'damaged' }
  | { readonly code: 'storage' };

/**
 * A study that is to be kept on this device. `complete` is said only when every blob of the manifest of `version` was verified
 * and is here. `have` and `of` count distinct blobs. `heardAt` is when the server last confirmed this version.
 */
export interface Pin {
  readonly study: string;
  readonly state: 'wanted' | 'complete' | 'removing';
  readonly summary: StudySummary;
  readonly version: string | null;
  readonly pack: string;
  readonly have: number;
  readonly of: number;
  readonly haveBytes: number;
  readonly ofBytes: number;
  readonly problem: PinProblem | null;
  readonly since: string;
  readonly heardAt: string | null;
  /** When it is removed from this device, ISO 8601; absent: not by date. */
  readonly until?: string;
}

/** The time that counts: a clock that is set back behind what was heard since prolongs nothing. */
export function timeOf(pins: readonly Pin[], now: Date): number {
  const heard = pins.flatMap(({ since, heardAt }) => [Date.parse(since), Date.parse(heardAt ?? since)]);
  return Math.max(now.getTime(), ...heard.filter((at) => !Number.isNaN(at)));
}

export const hasEnded = (pin: Pin, time: number): boolean => pin.until !== undefined && Date.parse(pin.until) <= time;

/** Milliseconds until the next pin ends; infinite when none does by date. */
export function nextEnd(pins: readonly Pin[], time: number): number {
  const ends = pins.flatMap(({ until }) => (until === undefined ? [] : [Date.parse(until) - time]));
  return Math.max(0, Math.min(Number.POSITIVE_INFINITY, ...ends));
}

export function newPin(summary: StudySummary, pack: string, since: string): Pin {
  const nothing = { version: null, have: 0, of: 0, haveBytes: 0, ofBytes: 0, problem: null, heardAt: null };
  return { study: summary.study, state: 'wanted', summary, pack, since, ...nothing };
}

/** What to work on now: removals first, then the smallest study, then the one asked for first. */
export function nextPin(pins: readonly Pin[]): Pin | null {
  const open = pins.filter((pin) => pin.state === 'removing' || (pin.state === 'wanted' && pin.problem === null));
  const rank = (pin: Pin) => (pin.state === 'removing' ? -1 : pin.summary.bytes);
  return open.sort((a, b) => rank(a) - rank(b) || a.since.localeCompare(b.since))[0] ?? null;
}
