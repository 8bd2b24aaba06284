// SPDX-License-Identifier: Apache-2.0
import { hasEnded, type Pin } from './pin';
import type { Progress } from './progress';
import type { Room } from './room';

/** What a page knows of the offline store. */
export interface OfflineView {
  /** `insecure`: the browser offers storage to https alone. `missing`: this browser has not what it takes. */
  readonly support: 'yes' | 'insecure' | 'missing';
  /** Null until they were read. */
  readonly pins: ReadonlyMap<string, Pin> | null;
  readonly progress: ReadonlyMap<string, Progress>;
  readonly room: Room | null;
  /** What the browser answered when asked not to throw the store away; null when it was not asked. */
  readonly isPersisted: boolean | null;
  /** Whether the application itself opens without a network. */
  readonly isShellKept: boolean;
  readonly isUpdateWaiting: boolean;
}

export type OfflineEvent =
  | { readonly kind: 'pins'; readonly pins: readonly Pin[] }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'room'; readonly room: Room }
  | { readonly kind: 'persisted'; readonly isPersisted: boolean }
  | { readonly kind: 'shell'; readonly isKept: boolean; readonly isUpdateWaiting: boolean };

export const nothingYet = (support: OfflineView['support']): OfflineView => ({
  support,
  pins: null,
  progress: new Map(),
  room: null,
  isPersisted: null,
  isShellKept: false,
  isUpdateWaiting: false,
});

export function reduceOffline(view: OfflineView, event: OfflineEvent): OfflineView {
  switch (event.kind) {
    case 'pins': {
      const pins = new Map(event.pins.map((pin) => [pin.study, pin]));
      const isUnderWay = (study: string) => {
        const pin = pins.get(study);
        return pin?.state === 'wanted' && pin.problem === null;
      };
      return { ...view, pins, progress: new Map([...view.progress].filter(([study]) => isUnderWay(study))) };
    }
    case 'progress':
      return { ...view, progress: new Map(view.progress).set(event.progress.study, event.progress) };
    case 'room':
      return { ...view, room: event.room };
    case 'persisted':
      return { ...view, isPersisted: event.isPersisted };
    case 'shell':
      return { ...view, isShellKept: event.isKept, isUpdateWaiting: event.isUpdateWaiting };
  }
}

/** How much of a study is on this device. `part` is 0 to 1. */
export type Readiness =
  | { readonly state: 'none' }
  | {
      readonly state: 'complete';
      readonly bytes: number;
      readonly heardAt: string | null;
      readonly until: string | null;
    }
  | { readonly state: 'removing' }
  | { readonly state: 'failed'; readonly problem: NonNullable<Pin['problem']> }
  | {
      readonly state: 'fetching' | 'waiting' | 'queued' | 'updating';
      readonly part: number;
      readonly haveBytes: number;
      readonly ofBytes: number;
    };

export function readinessOf(view: OfflineView, study: string): Readiness {
  const pin = view.pins?.get(study);
  if (pin === undefined) return { state: 'none' };
  if (pin.state === 'removing' || hasEnded(pin, Date.now())) return { state: 'removing' };
  if (pin.problem !== null) return { state: 'failed', problem: pin.problem };
  // A study that is here is of no use while the application that shows it is not.
  if (pin.state === 'complete' && view.isShellKept) {
    return { state: 'complete', bytes: pin.ofBytes, heardAt: pin.heardAt, until: pin.until ?? null };
  }
  const progress = view.progress.get(study);
  const { haveBytes, ofBytes } = progress ?? pin;
  const part = ofBytes === 0 ? 0 : Math.min(1, haveBytes / ofBytes);
  const state = pin.version !== null ? 'updating' : (progress?.phase ?? 'queued');
  return { state, part, haveBytes, ofBytes };
}

/** Whether something is being fetched, so that the screen should stay awake. */
export function isBusy(view: OfflineView): boolean {
  return [...(view.pins?.values() ?? [])].some((pin) => pin.state === 'wanted' && pin.problem === null);
}
