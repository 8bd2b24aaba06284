// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../model/commands';
import type { Point } from '../model/view';

const middle = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });

const apart = (one: Point, other: Point): number => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));

/** Two fingers zoom and pan at once: what lies under them stays under them. CSS pixels. */
export function pinch(
  before: readonly [Point, Point],
  now: readonly [Point, Point],
  devicePixelRatio: number,
): Command {
  const from = middle(...before);
  const to = middle(...now);
  return {
    do: 'move',
    factor: apart(...now) / apart(...before),
    at: { x: from.x * devicePixelRatio, y: from.y * devicePixelRatio },
    dx: (to.x - from.x) * devicePixelRatio,
    dy: (to.y - from.y) * devicePixelRatio,
  };
}
