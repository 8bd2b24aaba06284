// SPDX-License-Identifier: Apache-2.0
import type { Point } from '../model/view';

export interface Tap {
  readonly at: Point;
  readonly timeMs: number;
}

const WITHIN_MS = 350;
const WITHIN_PX = 32;

/** Whether two taps are one double tap. */
export const isDoubleTap = (first: Tap | null, second: Tap): boolean =>
  first !== null &&
  second.timeMs - first.timeMs <= WITHIN_MS &&
  Math.hypot(second.at.x - first.at.x, second.at.y - first.at.y) <= WITHIN_PX;
