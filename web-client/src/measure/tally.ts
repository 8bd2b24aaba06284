// SPDX-License-Identifier: Apache-2.0
// Counts values row by row, in the pixel worker. Pure.
import type { Rect } from '../model/view';
import { columnsOf, type Region, rowsOf } from './region';

/** Of the values that tiles hold less their offset: whoever reads it knows slope and intercept. */
export interface Tally {
  readonly count: number;
  /** Pixels of padding in the region, which are counted nowhere else. */
  readonly padding: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Of all the pixels of the region, which are the whole and no sample: divided by their number. */
  readonly deviation: number;
}

/** A decoded exact tile of level 0: where it lies in the image, and its values. */
export interface TallyTile {
  readonly at: Rect;
  readonly values: ArrayLike<number>;
  readonly channels: number;
}

export interface TallySpec {
  readonly region: Region;
  readonly columns: number;
  readonly rows: number;
  readonly offset: number;
  readonly padding: { readonly from: number; readonly to: number } | null;
}

class Sums {
  count = 0;
  padding = 0;
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  /** Sums of distances from the first value, not of values: squares of large values would lose their last digits. */
  #first = 0;
  #sum = 0;
  #squares = 0;

  add(value: number): void {
    if (this.count === 0) this.#first = value;
    const far = value - this.#first;
    this.count++;
    this.#sum += far;
    this.#squares += far * far;
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
  }

  get tally(): Tally {
    const { count, padding, min, max } = this;
    if (count === 0)
      return { count, padding, min: Number.NaN, max: Number.NaN, mean: Number.NaN, deviation: Number.NaN };
    const far = this.#sum / count;
    const deviation = Math.sqrt(Math.max(0, this.#squares / count - far * far));
    return { count, padding, min, max, mean: this.#first + far, deviation };
  }
}

/** One tally a channel; of nothing when there is no tile. The tiles must cover the region, each pixel once. */
export function tallyOf(spec: TallySpec, tiles: readonly TallyTile[]): Tally[] {
  const sums = Array.from({ length: tiles[0]?.channels ?? 0 }, () => new Sums());
  for (const tile of tiles) addTile(spec, tile, sums);
  return sums.map((one) => one.tally);
}

function addTile(spec: TallySpec, { at, values, channels }: TallyTile, sums: readonly Sums[]): void {
  const rows = rowsOf(spec.region, spec.rows);
  for (let row = Math.max(rows.from, at.y); row < Math.min(rows.to, at.y + at.height); row++) {
    const { from, to } = columnsOf(spec.region, row, spec.columns);
    const end = Math.min(to, at.x + at.width);
    for (let column = Math.max(from, at.x); column < end; column++) {
      const place = ((row - at.y) * at.width + (column - at.x)) * channels;
      for (let channel = 0; channel < channels; channel++) {
        addValue(spec, sums[channel] as Sums, (values[place + channel] as number) - spec.offset);
      }
    }
  }
}

function addValue({ padding }: TallySpec, sum: Sums, value: number): void {
  if (padding !== null && value >= padding.from && value <= padding.to) sum.padding++;
  else sum.add(value);
}
