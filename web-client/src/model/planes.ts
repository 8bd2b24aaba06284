// SPDX-License-Identifier: Apache-2.0
// Where images lie in the patient (PS3.3 C.7.6.2.1.1): which image of another series shows the same place, and where one image
// cuts another. Only within one frame of reference: positions of two mean nothing to each other. Pure.
import type { Series } from './study';
import type { Point } from './view';

export type Vector = readonly [number, number, number];

/** A frame in the patient, in millimetres; `origin` is the centre of its first pixel. */
export interface Plane {
  readonly frameOfReference: string;
  readonly origin: Vector;
  readonly right: Vector;
  readonly down: Vector;
  readonly normal: Vector;
  /** Between columns, and between rows. */
  readonly perColumn: number;
  readonly perRow: number;
  readonly columns: number;
  readonly rows: number;
}

export const dot = (one: Vector, other: Vector): number => one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
export const less = (one: Vector, other: Vector): Vector => [one[0] - other[0], one[1] - other[1], one[2] - other[2]];
const cross = (one: Vector, other: Vector): Vector => [
  one[1] * other[2] - one[2] * other[1],
  one[2] * other[0] - one[0] * other[2],
  one[0] * other[1] - one[1] * other[0],
];

/** What rounding of direction cosines may do to their length and right angle. */
const CROOKED = 0.01;

/** Of length 1; null for what is no direction. */
function unit(cosines: readonly number[]): Vector | null {
  const [x = 0, y = 0, z = 0] = cosines;
  const length = Math.hypot(x, y, z);
  return Math.abs(length - 1) <= CROOKED ? [x / length, y / length, z / length] : null;
}

/** Where a point of the image, in continuous image coordinates, lies in the patient. */
export function inPatient(plane: Plane, { x, y }: Point): Vector {
  const across = (x - 0.5) * plane.perColumn;
  const along = (y - 0.5) * plane.perRow;
  const at = (axis: 0 | 1 | 2) => plane.origin[axis] + across * plane.right[axis] + along * plane.down[axis];
  return [at(0), at(1), at(2)];
}

/** The foot of a point of the patient on the image, in continuous image coordinates, and how far off the plane it is in millimetres. */
export function onImage(plane: Plane, point: Vector): { readonly at: Point; readonly off: number } {
  const from = less(point, plane.origin);
  const at = {
    x: dot(from, plane.right) / plane.perColumn + 0.5,
    y: dot(from, plane.down) / plane.perRow + 0.5,
  };
  return { at, off: dot(from, plane.normal) };
}

/** The frame of a series that a point of the patient is nearest to, and where on it: the cross-hair. null when it is on none. */
export function crossHair(series: Series, frameOfReference: string, point: Vector): CrossHair | null {
  let best: CrossHair | null = null;
  series.frames.forEach((_, frame) => {
    const plane = planeOf(series, frame);
    if (plane === null || plane.frameOfReference !== frameOfReference) return;
    const { at, off } = onImage(plane, point);
    const inside = at.x >= 0 && at.x <= plane.columns && at.y >= 0 && at.y <= plane.rows;
    if (inside && Math.abs(off) < Math.abs(best?.off ?? Number.POSITIVE_INFINITY)) best = { frame, at, off };
  });
  return best;
}

export interface CrossHair {
  readonly frame: number;
  readonly at: Point;
  /** Millimetres of the point off the plane. */
  readonly off: number;
}

/** null when the file does not say where the frame lies. */
export function planeOf(series: Series, frame: number): Plane | null {
  const at = series.frames[frame];
  const kind = at === undefined ? undefined : series.kinds[at.kind];
  const { position = null } = at ?? {};
  if (kind === undefined || position === null || kind.orientation === null || kind.spacing === null) return null;
  const { frameOfReference, orientation, spacing, columns, rows } = kind;
  // Spacing at a detector or on film says nothing of the patient.
  if (frameOfReference === null || frameOfReference === '' || spacing.source !== 'PIXEL_SPACING') return null;
  const right = unit(orientation.slice(0, 3));
  const down = unit(orientation.slice(3, 6));
  if (right === null || down === null || Math.abs(dot(right, down)) > CROOKED) return null;
  return {
    frameOfReference,
    origin: position as unknown as Vector,
    right,
    down,
    normal: cross(right, down),
    perColumn: spacing.column,
    perRow: spacing.row,
    columns,
    rows,
  };
}

/** Planes within ten degrees of each other show the same anatomy; others are found by their reference line, not by scrolling. */
const NEARLY_PARALLEL = Math.cos((10 * Math.PI) / 180);

export const isNearlyParallel = (one: Plane, other: Plane): boolean =>
  Math.abs(dot(one.normal, other.normal)) >= NEARLY_PARALLEL;

/**
 * The frame of a series nearest to the middle of a plane; null when it lies in another frame of reference, across, or so far beyond
 * the ends that the series does not show the place.
 */
export function frameNear(series: Series, plane: Plane): number | null {
  const middle = middleOf(plane);
  let best: { readonly frame: number; readonly far: number } | null = null;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let count = 0;
  series.frames.forEach((_, frame) => {
    const own = planeOf(series, frame);
    if (own === null || own.frameOfReference !== plane.frameOfReference || !isNearlyParallel(own, plane)) return;
    const along = dot(less(middle, own.origin), own.normal);
    const far = Math.abs(along);
    [first, last] = [Math.min(first, along), Math.max(last, along)];
    count++;
    if (best === null || far < best.far) best = { frame, far };
  });
  const found = best as { readonly frame: number; readonly far: number } | null;
  if (found === null) return null;
  const gap = count > 1 ? (last - first) / (count - 1) : ONLY_MM;
  return found.far <= Math.max(gap, ONLY_MM / 2) ? found.frame : null;
}

/** How far from a single slice its neighbourhood reaches. */
const ONLY_MM = 5;

const middleOf = (plane: Plane): Vector => inPatient(plane, { x: plane.columns / 2, y: plane.rows / 2 });

/** Where `plane` cuts the image `on`, in continuous image coordinates of `on`; null when it does not. */
export function referenceLine(plane: Plane, on: Plane): readonly [Point, Point] | null {
  if (plane.frameOfReference !== on.frameOfReference || isNearlyParallel(plane, on)) return null;
  const a = dot(plane.normal, on.right) * on.perColumn;
  const b = dot(plane.normal, on.down) * on.perRow;
  // Half a pixel: positions are of centres, image coordinates count from the corner.
  const c = dot(plane.normal, less(plane.origin, on.origin)) + (a + b) / 2;
  const ends: Point[] = [];
  const add = (x: number, y: number) => {
    if (x >= 0 && x <= on.columns && y >= 0 && y <= on.rows) ends.push({ x, y });
  };
  if (Math.abs(b) > 1e-9) {
    add(0, c / b);
    add(on.columns, (c - a * on.columns) / b);
  }
  if (Math.abs(a) > 1e-9) {
    add(c / a, 0);
    add((c - b * on.rows) / a, on.rows);
  }
  const [from] = ends;
  const to = ends.find((end) => from !== undefined && Math.hypot(end.x - from.x, end.y - from.y) > 1e-6);
  return from === undefined || to === undefined ? null : [from, to];
}
