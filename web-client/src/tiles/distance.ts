// SPDX-License-Identifier: Apache-2.0
import type { ViewerState } from '../model/state';
import type { Target } from './address';
import type { Want } from './wanted';

const NOT_PLANNED = 10_000;
const OTHER_SERIES = 1_000_000;

/**
 * How little a decoded target is needed: its place in the plan; what is not planned is farther than all that is, by frames from
 * the one looked at (behind counts double), and other series are farther still.
 */
export function distanceFrom(state: ViewerState, plan: readonly Want[]): (target: Target) => number {
  const rank = new Map(plan.map((want, index) => [want.target.url, index]));
  const here = state.bySeries[state.current]?.frame ?? 0;
  return (target) => {
    const planned = rank.get(target.url);
    if (planned !== undefined) return planned;
    const elsewhere = target.series === state.current ? 0 : OTHER_SERIES;
    if (target.rendition === 'strip') return NOT_PLANNED + elsewhere;
    const ahead = (target.frame - here) * state.heading;
    return NOT_PLANNED + elsewhere + (ahead >= 0 ? ahead : -2 * ahead);
  };
}
