// SPDX-License-Identifier: Apache-2.0
import type { Point, Size } from '../model/view';

const CLEAR = 56;

/** Above the finger, where the hand does not cover it; at the upper edge beside it, on the side with more room. CSS pixels. */
export function loupePlace(at: Point, size: number, canvas: Size): Point {
  const x = Math.max(0, Math.min(canvas.width - size, at.x - size / 2));
  const above = at.y - CLEAR - size;
  if (above >= 0) return { x, y: above };
  const side = at.x > canvas.width / 2 ? at.x - CLEAR - size : at.x + CLEAR;
  return { x: Math.max(0, Math.min(canvas.width - size, side)), y: 0 };
}
