// SPDX-License-Identifier: Apache-2.0
import type { MarkShape } from '../../contract/keptMarks';
import { type Mark, POINTS } from '../mark';

export const shapeOf = (mark: Mark): MarkShape => ({
  instance: mark.place.instance,
  frame: mark.place.frame,
  kind: mark.kind,
  points: mark.points.map(({ x, y }) => [x, y]),
  text: mark.text,
});

/** null: not a mark that this build can draw. */
export function markOf(id: string, shape: MarkShape): Mark | null {
  if (shape.points.length !== POINTS[shape.kind]) return null;
  const points = shape.points.map(([x = 0, y = 0]) => ({ x, y }));
  return { id, kind: shape.kind, place: { instance: shape.instance, frame: shape.frame }, points, text: shape.text };
}

export const isSameShape = (one: MarkShape | null, other: MarkShape | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
