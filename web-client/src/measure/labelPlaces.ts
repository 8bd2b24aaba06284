// SPDX-License-Identifier: Apache-2.0
// Where labels stand: beside their marks, over no other label and no other mark if there is room. CSS pixels. Pure.
import type { Point, Rect, Size } from '../model/view';

export interface Labelled {
  /** What the label stands beside. */
  readonly around: Rect;
  /** What the mark covers. */
  readonly mark: Rect;
  readonly size: Size;
}

const GAP = 12;

export function placeLabels(all: readonly Labelled[], canvas: Size): Point[] {
  const taken: Rect[] = all.map(({ mark }) => mark);
  return all.map(({ around, mark, size }, index) => {
    const others = taken.filter((_, other) => other !== index);
    let best = inside(candidates(around, size)[0] ?? { x: 0, y: 0 }, size, canvas);
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of candidates(around, size)) {
      const at = inside(candidate, size, canvas);
      const own = { ...at, ...size };
      const cover = others.reduce((sum, other) => sum + overlap(own, other), 2 * overlap(own, mark));
      if (cover >= least) continue;
      least = cover;
      best = at;
    }
    taken.push({ ...best, ...size });
    return best;
  });
}

function candidates({ x, y, width, height }: Rect, size: Size): Point[] {
  const right = x + width + GAP;
  const left = x - size.width - GAP;
  const below = y + height + GAP;
  const above = y - size.height - GAP;
  const centre = { x: x + width / 2 - size.width / 2, y: y + height / 2 - size.height / 2 };
  return [
    { x: right, y: centre.y },
    { x: centre.x, y: below },
    { x: left, y: centre.y },
    { x: centre.x, y: above },
    { x: right, y: below },
    { x: left, y: below },
    { x: right, y: above },
    { x: left, y: above },
  ];
}

const inside = ({ x, y }: Point, size: Size, canvas: Size): Point => ({
  x: Math.max(4, Math.min(canvas.width - size.width - 4, x)),
  y: Math.max(4, Math.min(canvas.height - size.height - 4, y)),
});

function overlap(one: Rect, other: Rect): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  // A line has no height, and is covered all the same.
  return width <= 0 || height <= 0 ? 0 : Math.max(1, width) * Math.max(1, height);
}
