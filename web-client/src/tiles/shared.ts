// SPDX-License-Identifier: Apache-2.0
// One store of decoded tiles for all panes of a study: one queue, one worker, one bound in bytes. What the panes want is taken in
// turn, the most urgent first; what none of them needs is dropped first. Confined to the main thread.
import type { StudyDescriptor } from '../model/study';
import type { Target } from './address';
import { DECODED_BYTES, type StoreRim, TileStore } from './store';
import type { Urgency, Want } from './wanted';

/** The store as one pane has it. */
export interface PaneTiles extends Omit<TileStore, 'release'> {
  /** Decoded bytes that this pane may plan to fill. */
  readonly budget: number;
  /** This pane fetches nothing and keeps nothing; when it was the last one, all pixels are freed. */
  release(): void;
}

interface Plan {
  readonly wants: readonly Want[];
  readonly distance: (target: Target) => number;
}

/** The plans fill less than the bound, so that what they name never pushes each other out. */
const PLANNED_BYTES = 0.8 * DECODED_BYTES;
const URGENCIES: readonly Urgency[] = ['seen', 'soon', 'later'];

export class SharedTiles {
  readonly #store: TileStore;
  readonly #plans = new Map<object, Plan>();
  readonly #listeners = new Set<() => void>();

  constructor(study: StudyDescriptor, rim: StoreRim) {
    this.#store = new TileStore(study, rim, () => {
      for (const listener of this.#listeners) listener();
    });
  }

  pane(changed: () => void): PaneTiles {
    this.#listeners.add(changed);
    const store = this.#store;
    const key = {};
    const share = () => PLANNED_BYTES / Math.max(1, this.#plans.size);
    return {
      get isFast() {
        return store.isFast;
      },
      get isOffline() {
        return store.isOffline;
      },
      get bytes() {
        return store.bytes;
      },
      get revision() {
        return store.revision;
      },
      get budget() {
        return share();
      },
      has: (url) => store.has(url),
      settled: (url) => store.settled(url),
      held: (url) => store.held(url),
      all: () => store.all(),
      failure: (url) => store.failure(url),
      trouble: (url) => store.trouble(url),
      range: (series, frame) => store.range(series, frame),
      pictureIsUp: () => store.pictureIsUp(),
      retryNow: () => store.retryNow(),
      paint: (layers) => store.paint(layers),
      tally: (spec, pieces) => store.tally(spec, pieces),
      want: (wants, distance) => {
        this.#plans.set(key, { wants, distance });
        this.#follow();
      },
      release: () => this.#release(key),
    };
  }

  #release(key: object): void {
    if (!this.#plans.delete(key) && this.#plans.size > 0) return;
    if (this.#plans.size === 0) this.#store.release();
    else this.#follow();
  }

  #follow(): void {
    const plans = [...this.#plans.values()];
    const [only] = plans;
    if (plans.length === 1 && only !== undefined) {
      this.#store.want(only.wants, only.distance);
      return;
    }
    const distance = (target: Target) => Math.min(...plans.map((plan) => plan.distance(target)));
    this.#store.want(merged(plans.map(({ wants }) => wants)), distance);
  }
}

/** One of each pane in turn, the more urgent before the less; nothing twice. */
export function merged(all: readonly (readonly Want[])[]): Want[] {
  const found = new Map<string, Want>();
  for (const urgency of URGENCIES) {
    const queues = all.map((wants) => wants.filter((want) => want.urgency === urgency));
    const longest = Math.max(0, ...queues.map(({ length }) => length));
    for (let turn = 0; turn < longest; turn++) {
      for (const queue of queues) {
        const want = queue[turn];
        if (want !== undefined && !found.has(want.target.url)) found.set(want.target.url, want);
      }
    }
  }
  return [...found.values()];
}
