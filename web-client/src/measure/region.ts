// SPDX-License-Identifier: Apache-2.0
// Which pixels a region holds: those whose centres lie in it. Pure; used by the pixel worker.
import type { Rect } from '../model/view';

/** A box along the image's axes in continuous image coordinates, or the ellipse that fills it. */
export interface Region {
  readonly shape: 'ellipse' | 'rectangle';
  readonly box: Rect;
}

/** Columns `from` to before `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The first whole number whose centre is at or after `edge`. */
const firstCentre = (edge: number): number => Math.ceil(edge - 0.5);

/** Rows whose centres lie between the region's upper and lower edge, within an image of so many rows. */
export const rowsOf = ({ box }: Region, rows: number): Span => ({
  from: Math.max(0, firstCentre(box.y)),
  to: Math.min(rows, firstCentre(box.y + box.height)),
});

/** The columns of one row whose centres lie in the region. */
export function columnsOf({ shape, box }: Region, row: number, columns: number): Span {
  let half = box.width / 2;
  if (shape === 'ellipse') {
    const v = (row + 0.5 - (box.y + box.height / 2)) / (box.height / 2);
    half = Math.abs(v) > 1 || Number.isNaN(v) ? -1 : half * Math.sqrt(1 - v * v);
  }
  if (half < 0) return { from: 0, to: 0 };
  const middle = box.x + box.width / 2;
  const from = Math.max(0, firstCentre(middle - half));
  return { from, to: Math.max(from, Math.min(columns, firstCentre(middle + half))) };
}

/** In whole pixels: the columns times the rows that the region covers at most, within the image. */
export function boundsOf(region: Region, columns: number, rows: number): Rect {
  const { from: y, to } = rowsOf(region, rows);
  const { box } = region;
  const x = Math.max(0, firstCentre(box.x));
  const right = Math.min(columns, firstCentre(box.x + box.width));
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, to - y) };
}
