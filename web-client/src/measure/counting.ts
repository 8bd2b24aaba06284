// SPDX-License-Identifier: Apache-2.0
// Values under marks: asks for the exact tiles that they need, and counts once those are here. Confined to the main thread.
import type { Looked } from '../model/state';
import type { Target } from '../tiles/address';
import type { TallyPiece } from '../tiles/worker/messages';
import type { Mark } from './mark';
import { askFor } from './pieces';
import { regionOf } from './reading';
import type { Tally, TallySpec } from './tally';

/** Where tiles are, as a viewer's session has them. */
export interface TileSource {
  has(url: string): boolean;
  need(targets: readonly Target[]): void;
  tally(spec: TallySpec, pieces: readonly TallyPiece[]): Promise<readonly Tally[] | null>;
}

/** `missing`: exact values are not here yet. */
export type Counted = readonly Tally[] | 'counting' | 'missing';

const MOST_KEPT = 300;

export class Counting {
  readonly #source: TileSource;
  readonly #changed: () => void;
  readonly #known = new Map<string, readonly Tally[]>();
  readonly #asked = new Set<string>();

  constructor(source: TileSource, changed: () => void) {
    this.#source = source;
    this.#changed = changed;
  }

  /** What is known of a mark on that frame now. */
  of(mark: Mark, series: number, at: Looked): Counted {
    const region = regionOf(mark);
    if (region === null) return [];
    const known = this.#known.get(keyOf(mark, series, at));
    if (known !== undefined) return known;
    const { targets } = askFor(at.series, series, at.own.frame, at.kind, region);
    return targets.every(({ url }) => this.#source.has(url)) ? 'counting' : 'missing';
  }

  /** Fetches and counts for those marks; the others on this frame no longer need anything. */
  follow(marks: readonly Mark[], series: number, at: Looked): void {
    const needed: Target[] = [];
    for (const mark of marks) {
      const region = regionOf(mark);
      const key = keyOf(mark, series, at);
      if (region === null || this.#known.has(key)) continue;
      const { spec, pieces, targets } = askFor(at.series, series, at.own.frame, at.kind, region);
      if (targets.every(({ url }) => this.#source.has(url))) void this.#count(key, spec, pieces);
      else needed.push(...targets);
    }
    this.#source.need(needed);
  }

  async #count(key: string, spec: TallySpec, pieces: readonly TallyPiece[]): Promise<void> {
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    try {
      const tallies = await this.#source.tally(spec, pieces);
      if (tallies !== null) this.#keep(key, tallies);
    } catch {
      // The worker was lost and its tiles with it: they are fetched anew, and then this is asked again.
    } finally {
      this.#asked.delete(key);
    }
  }

  #keep(key: string, tallies: readonly Tally[]): void {
    const oldest = this.#known.keys().next().value;
    if (this.#known.size >= MOST_KEPT && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(key, tallies);
    this.#changed();
  }
}

const keyOf = (mark: Mark, series: number, at: Looked): string =>
  JSON.stringify([series, at.own.frame, regionOf(mark)]);
