// SPDX-License-Identifier: Apache-2.0
// What a finger or a mouse is on. CSS pixels. Pure.
import type { Point } from '../model/view';
import { handlesOf } from './handles';
import type { Mark } from './mark';
import { type Place, segmentsOf } from './shapes';

/** Half of 44 px: a gloved finger hits a handle or a line from so far. */
export const TOUCH_REACH = 22;
export const MOUSE_REACH = 11;

const apart = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

/** The nearest handle within reach; null when there is none. */
export function handleAt(mark: Mark, place: Place, at: Point, reach: number): number | null {
  let best: number | null = null;
  let nearest = reach;
  handlesOf(mark).forEach((handle, index) => {
    const distance = apart(place(handle), at);
    if (distance > nearest) return;
    nearest = distance;
    best = index;
  });
  return best;
}

export function distanceTo(mark: Mark, place: Place, at: Point): number {
  return Math.min(...segmentsOf(mark, place).map(([from, to]) => apart(nearestOn(from, to, at), at)));
}

/** The mark whose lines are nearest, within reach. */
export function markAt(marks: readonly Mark[], place: Place, at: Point, reach: number): Mark | null {
  let best: Mark | null = null;
  let nearest = reach;
  for (const mark of marks) {
    const distance = distanceTo(mark, place, at);
    if (distance > nearest) continue;
    nearest = distance;
    best = mark;
  }
  return best;
}

function nearestOn(from: Point, to: Point, at: Point): Point {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length));
  return { x: from.x + part * dx, y: from.y + part * dy };
}
