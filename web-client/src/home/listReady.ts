// SPDX-License-Identifier: Apache-2.0
import type { ListLine } from '../contract/lists';
import { type OfflineView, readinessOf } from '../offline/view';
import { ending, isoDay } from '../ui/format';
import { text } from '../ui/text';

/** How a list stands on this device, counted by its lines: a line is ready when every study of it is. */
export interface ListReady {
  readonly of: number;
  readonly ready: number;
  readonly underWay: number;
  /** Lines of which nothing is at the site yet. */
  readonly unknown: number;
  /** Whether every line is a patient. */
  readonly isOfPatients: boolean;
  /** When the first of what is ready is removed; null: not by date. */
  readonly until: string | null;
}

export function listReady(lines: readonly Pick<ListLine, 'kind' | 'uids'>[], view: OfflineView): ListReady {
  const known = lines.filter(({ uids }) => uids.length > 0);
  const states = known.map(({ uids }) => uids.map((uid) => readinessOf(view, uid)));
  const ready = states.filter((line) => line.every(({ state }) => state === 'complete'));
  const underWay = states.filter(
    (line) => !ready.includes(line) && line.some(({ state }) => !['none', 'failed', 'removing'].includes(state)),
  );
  const ends = ready.flat().flatMap((one) => (one.state === 'complete' && one.until !== null ? [one.until] : []));
  return {
    of: known.length,
    ready: ready.length,
    underWay: underWay.length,
    unknown: lines.length - known.length,
    isOfPatients: lines.every(({ kind }) => kind === 'patient'),
    until: ends.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null,
  };
}

/** "14 patients, all ready on this device until Friday 18:00." */
export function readyWords(list: ListReady, now: Date): string {
  const { of, ready, underWay, unknown } = list;
  const who = text.listSize(of, list.isOfPatients);
  const until = list.until === null ? '' : text.untilWhen(ending(list.until, now));
  const none = unknown === 0 ? '' : ` ${text.listUnknown(unknown)}`;
  if (of === 0) return text.listNothing + none;
  if (ready === of) return text.listAllReady(who, until) + none;
  const rest = of - ready - underWay;
  return text.listPartReady(who, ready, until, underWay, rest) + none;
}

/** When a round may end, soonest first: null stands for no date. */
export function endings(now: Date): readonly (string | null)[] {
  const at = (days: number, hour: number) => {
    const end = new Date(now);
    end.setDate(end.getDate() + days);
    end.setHours(hour, 0, 0, 0);
    return end;
  };
  const friday = at((5 - now.getDay() + 7) % 7, 18);
  const ends = [at(0, 20), at(1, 20), friday > now ? friday : at(7, 18)].filter((end) => end > now);
  const days = new Map(ends.map((end) => [isoDay(end), end]));
  return [...[...days.values()].sort((a, b) => a.getTime() - b.getTime()).map((end) => end.toISOString()), null];
}
