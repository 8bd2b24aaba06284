// SPDX-License-Identifier: Apache-2.0
import type { Arrival } from '../contract/arrival';
import { text } from './text';

/** Where nobody said how many objects there are, a study counts as arriving for so long after its last one. */
const RECENT_MS = 60_000;
/** What is known to be missing is asked for often so long after the last object came, then seldom. */
const HOPEFUL_MS = 600_000;
const OFTEN_MS = 5_000;
const SELDOM_MS = 60_000;

const age = ({ lastAt }: Arrival, now: number): number => (lastAt === null ? Infinity : now - Date.parse(lastAt));

const isMissing = ({ have, expected }: Arrival): boolean => expected !== null && expected > have;

/** Whether more of the study may come at any moment. `now` is of the server's clock. */
export function isArriving(arrival: Arrival | null, now: number): boolean {
  if (arrival === null || arrival.expected === arrival.have) return false;
  return age(arrival, now) < (isMissing(arrival) ? HOPEFUL_MS : RECENT_MS);
}

/** When to look again. */
export const nextLookMs = (arrival: Arrival | null, now: number): number =>
  isArriving(arrival, now) ? OFTEN_MS : SELDOM_MS;

/** What is to be said of a study that may not be whole: "142 of 320 images, last 20 s ago"; empty when it is. */
export function arrivalWords(arrival: Arrival | null, now: number): string {
  const counts = countWords(arrival, now);
  if (arrival === null || counts === '' || arrival.lastAt === null) return counts;
  return `${counts}, ${text.lastCame(ago(age(arrival, now)))}`;
}

/** The same without a time: for those who are told it aloud. */
export function countWords(arrival: Arrival | null, now: number): string {
  if (arrival === null) return '';
  if (arrival.expected !== null && arrival.expected > arrival.have) {
    return text.arrived(arrival.have, arrival.expected);
  }
  return isArriving(arrival, now) ? text.arrivedSoFar(arrival.have) : '';
}

/** Coarse, so that it does not change at every look. */
function ago(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 10_000) * 10);
  if (seconds < 60) return text.secondsAgo(seconds);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return text.minutesAgo(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? text.hoursAgo(hours) : text.daysAgo(Math.floor(hours / 24));
}
