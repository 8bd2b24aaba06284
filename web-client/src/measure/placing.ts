// SPDX-License-Identifier: Apache-2.0
// How the points of a new mark are set: by dragging, or by tapping one after the other, or both in turn. Pure.
import type { Point } from '../model/view';
import { type MarkKind, POINTS } from './mark';

export interface Placing {
  readonly kind: MarkKind;
  readonly fixed: readonly Point[];
  /** Follows the pointer. */
  readonly loose: Point | null;
  /** Whether the pointer that is down began a line: let go where it began, the other end is tapped next. */
  readonly isStart: boolean;
  readonly isDown: boolean;
}

export const startPlacing = (kind: MarkKind): Placing => ({
  kind,
  fixed: [],
  loose: null,
  isStart: false,
  isDown: false,
});

/** What would be drawn now. */
export const placedPoints = (placing: Placing): readonly Point[] =>
  placing.loose === null ? placing.fixed : [...placing.fixed, placing.loose];

export const isPlaced = (placing: Placing): boolean => placing.fixed.length === POINTS[placing.kind];

/** The second line of a Cobb angle begins as the first one did. */
const beginsLine = ({ kind, fixed }: Placing): boolean =>
  POINTS[kind] > 1 && (fixed.length === 0 || (kind === 'cobb' && fixed.length === 2));

export function placeDown(placing: Placing, at: Point): Placing {
  const isStart = beginsLine(placing);
  const fixed = isStart ? [...placing.fixed, at] : placing.fixed;
  return { ...placing, fixed, loose: at, isStart, isDown: true };
}

/** Also of a mouse that only hovers: the line follows it. */
export function placeMove(placing: Placing, at: Point): Placing {
  const follows = placing.isDown || (placing.fixed.length > 0 && !beginsLine(placing));
  return follows ? { ...placing, loose: at } : placing;
}

/** `moved`: farther than a finger trembles. */
export function placeUp(placing: Placing, at: Point, moved: boolean): Placing {
  if (!placing.isDown) return placing;
  if (placing.isStart && !moved) return { ...placing, loose: null, isStart: false, isDown: false };
  return { ...placing, fixed: [...placing.fixed, at], loose: null, isStart: false, isDown: false };
}
