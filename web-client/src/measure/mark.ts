// SPDX-License-Identifier: Apache-2.0
// What somebody measured or pointed at. Points are continuous image coordinates (column, row) with (0, 0) at the top left
// corner of the first pixel and (0.5, 0.5) at its centre: those of SCOORD in structured reports (PS3.3 C.18.6), and those in
// which tiles are drawn. A click, a pixel and a report therefore need no half pixel between them. (Presentation states
// count from 1 at the centre instead; C.10.5.)
import type { MeasureToolId } from '../model/state';
import type { Point } from '../model/view';

export type MarkKind = Exclude<MeasureToolId, 'magnify'>;

/** Which frame a mark lies on. `frame` is its number in the object, from 1. */
export interface MarkPlace {
  readonly instance: string;
  readonly frame: number;
}

/**
 * One mark. Points by kind: `length` its ends; `angle` an end, the corner, the other end; `cobb` the ends of one line, then of the
 * other; `ellipse` and `rectangle` two opposite corners of the box along the image's axes; `probe` the place; `arrow` what it
 * points at, then where its text stands.
 */
export interface Mark {
  readonly id: string;
  readonly kind: MarkKind;
  readonly place: MarkPlace;
  readonly points: readonly Point[];
  /** Words of an arrow; a name of any other mark. May be empty. */
  readonly text: string;
}

export const POINTS: Readonly<Record<MarkKind, number>> = {
  length: 2,
  angle: 3,
  cobb: 4,
  ellipse: 2,
  rectangle: 2,
  probe: 1,
  arrow: 2,
};

export const isRegion = (kind: MarkKind): kind is 'ellipse' | 'rectangle' => kind === 'ellipse' || kind === 'rectangle';

export const isAt = (mark: Mark, place: MarkPlace): boolean =>
  mark.place.instance === place.instance && mark.place.frame === place.frame;

/** A mark with all its points moved alike. */
export const movedBy = (mark: Mark, dx: number, dy: number): Mark => ({
  ...mark,
  points: mark.points.map(({ x, y }) => ({ x: x + dx, y: y + dy })),
});
