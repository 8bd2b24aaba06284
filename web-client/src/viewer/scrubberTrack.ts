// SPDX-License-Identifier: Apache-2.0
import type { PictureState } from './scene';

export interface Run {
  readonly state: PictureState;
  readonly from: number;
  readonly to: number;
}

/** Neighbouring frames of one state as one run, from … to as parts of the whole (0 … 1). */
export function runsOf(ticks: readonly PictureState[]): Run[] {
  const runs: Run[] = [];
  ticks.forEach((state, index) => {
    const last = runs.at(-1);
    const to = (index + 1) / ticks.length;
    if (last !== undefined && last.state === state) runs[runs.length - 1] = { ...last, to };
    else runs.push({ state, from: index / ticks.length, to });
  });
  return runs;
}

/** The runs as a CSS gradient from top to bottom; colours are tokens of viewer.css. */
export function trackGradient(ticks: readonly PictureState[]): string {
  const percent = (part: number) => `${(part * 100).toFixed(3)}%`;
  const stops = runsOf(ticks).map(({ state, from, to }) => `var(--tick-${state}) ${percent(from)} ${percent(to)}`);
  return `linear-gradient(to bottom, ${stops.join(', ')})`;
}

/** The frame at `part` (0 … 1) of the track. */
export const frameAt = (part: number, count: number): number =>
  Math.max(0, Math.min(count - 1, Math.round(part * (count - 1))));
