// SPDX-License-Identifier: Apache-2.0
// Which calibrated region of an ultrasound picture a measurement lies in (PS3.3 C.8.5.5). Scales hold within one region; across two, or
// outside of all, there is no length. Pure.
import type { FrameKind, UltrasoundRegion } from './study';
import type { Point } from './view';

export type Calibration =
  /** The picture has no regions: its spacing holds, if it has one. */
  | { readonly kind: 'none' }
  | { readonly kind: 'region'; readonly region: UltrasoundRegion }
  /** Points are in more than one region. */
  | { readonly kind: 'across' }
  /** A point is in none. */
  | { readonly kind: 'outside' };

const LOW_PRIORITY = 1;

/** Image coordinates count from the corner of the first pixel; all pixels of a region's bounds belong to it. */
const holds = (region: UltrasoundRegion, { x, y }: Point): boolean =>
  x >= region.left && x <= region.right + 1 && y >= region.top && y <= region.bottom + 1;

/** Where regions overlap, the one that is not of low priority (Region Flags, bit 0), else the smaller. */
const byPriority = (one: UltrasoundRegion, other: UltrasoundRegion): number =>
  (one.flags & LOW_PRIORITY) - (other.flags & LOW_PRIORITY) || sizeOf(one) - sizeOf(other);

const sizeOf = ({ left, right, top, bottom }: UltrasoundRegion): number => (right - left + 1) * (bottom - top + 1);

function regionAt(kind: FrameKind, point: Point): UltrasoundRegion | null {
  const found = kind.measures.regions.filter((region) => holds(region, point)).sort(byPriority);
  return found[0] ?? null;
}

/** The region that all points lie in. */
export function calibrationOf(kind: FrameKind, points: readonly Point[]): Calibration {
  if (kind.measures.regions.length === 0) return { kind: 'none' };
  const found = points.map((point) => regionAt(kind, point));
  const [first] = found;
  if (first === null || first === undefined || found.some((region) => region === null)) return { kind: 'outside' };
  return found.every((region) => region === first) ? { kind: 'region', region: first } : { kind: 'across' };
}

/** Millimetres of one column and one row; null unless both directions are lengths: of time or speed there is no distance. */
export function millimetresOf(
  region: UltrasoundRegion,
): { readonly perColumn: number; readonly perRow: number } | null {
  if (region.unitX !== 'cm' || region.unitY !== 'cm' || region.deltaX === null || region.deltaY === null) return null;
  return { perColumn: Math.abs(region.deltaX) * 10, perRow: Math.abs(region.deltaY) * 10 };
}

export interface Physical {
  readonly value: number;
  readonly unit: string;
}

/** What the scale says at a point, for instance seconds and cm/s of a Doppler trace; null for a direction without scale. */
export function physicalAt(
  region: UltrasoundRegion,
  { x, y }: Point,
): { readonly x: Physical | null; readonly y: Physical | null } {
  // Half a pixel: scales are of centres, image coordinates count from the corner.
  const column = x - 0.5 - region.left - (region.referenceX ?? 0);
  const row = y - 0.5 - region.top - (region.referenceY ?? 0);
  return {
    x: physical(column, region.deltaX, region.unitX, region.originX),
    y: physical(row, region.deltaY, region.unitY, region.originY),
  };
}

const physical = (steps: number, delta: number | null, unit: string | null, origin: number): Physical | null =>
  delta === null || unit === null ? null : { value: origin + steps * delta, unit };
