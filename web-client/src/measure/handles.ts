// SPDX-License-Identifier: Apache-2.0
// Where a mark is taken hold of. Regions have four corners, of which two are stored. Pure.
import type { Point } from '../model/view';
import { isRegion, type Mark } from './mark';

export const handlesOf = (mark: Mark): readonly Point[] => {
  if (!isRegion(mark.kind)) return mark.points;
  const [one, other] = mark.points;
  if (one === undefined || other === undefined) return mark.points;
  return [one, { x: other.x, y: one.y }, other, { x: one.x, y: other.y }];
};

/** The mark with that handle at `to`; the corner across from it stays. */
export function withHandleAt(mark: Mark, handle: number, to: Point): Mark {
  if (!isRegion(mark.kind)) {
    return { ...mark, points: mark.points.map((point, index) => (index === handle ? to : point)) };
  }
  const across = handlesOf(mark)[(handle + 2) % 4];
  return across === undefined ? mark : { ...mark, points: [across, to] };
}
