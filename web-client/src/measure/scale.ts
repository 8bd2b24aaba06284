// SPDX-License-Identifier: Apache-2.0
// How far apart pixels are, and how that is known (PS3.3 10.7.1). No spacing, no millimetres. Pure.
import type { FrameKind, Spacing } from '../model/study';
import { calibrationOf, millimetresOf } from '../model/ultrasound';
import type { Point } from '../model/view';
import { text } from './text';

/** Lengths of one column and one row. Without spacing they are counted in widths of a pixel, so that angles stay right. */
export interface Scale {
  readonly unit: 'mm' | 'px';
  readonly perColumn: number;
  readonly perRow: number;
  /** How it is known, in words: stands beside every figure. */
  readonly source: string;
}

/** The scale that holds for all of these points: of an ultrasound picture, that of the region that they lie in (PS3.3 C.8.5.5). */
export function scaleOf(kind: FrameKind, points: readonly Point[] = []): Scale {
  const { spacing, pixelAspect } = kind;
  const calibration = calibrationOf(kind, points);
  if (calibration.kind === 'region') {
    const lengths = millimetresOf(calibration.region);
    return lengths === null ? pixels(pixelAspect, text.noLengths) : { unit: 'mm', ...lengths, source: text.region };
  }
  if (calibration.kind !== 'none') {
    return pixels(pixelAspect, calibration.kind === 'across' ? text.across : text.outsideRegions);
  }
  if (spacing !== null) {
    return { unit: 'mm', perColumn: spacing.column, perRow: spacing.row, source: howKnown(spacing) };
  }
  return pixels(pixelAspect, pixelAspect === 1 ? text.noSpacing : text.noSpacingWide);
}

const pixels = (perRow: number, source: string): Scale => ({ unit: 'px', perColumn: 1, perRow, source });

/** With the factor that was applied, or the calibration, as the file names it. */
function howKnown({ source, magnification, calibration }: Spacing): string {
  const by = magnification === null ? (calibration ?? '') : magnification.toFixed(2);
  return [text.sources[source] ?? '', by].filter(Boolean).join(' ');
}

/** A step in the image, in the scale's unit. */
export const stepOf = (scale: Scale, from: Point, to: Point): Point => ({
  x: (to.x - from.x) * scale.perColumn,
  y: (to.y - from.y) * scale.perRow,
});

export function lengthOf(scale: Scale, from: Point, to: Point): number {
  const { x, y } = stepOf(scale, from, to);
  return Math.hypot(x, y);
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** The angle at `corner`, 0 to 180 degrees; NaN when an arm has no length. */
export function angleAt(scale: Scale, one: Point, corner: Point, other: Point): number {
  return between(stepOf(scale, corner, one), stepOf(scale, corner, other));
}

/** The angle between two lines, 0 to 90 degrees: lines have no direction. */
export function angleBetween(scale: Scale, one: readonly [Point, Point], other: readonly [Point, Point]): number {
  const angle = between(stepOf(scale, ...one), stepOf(scale, ...other));
  return angle > 90 ? 180 - angle : angle;
}

/** By the tangent, not the cosine: near 0 and 180 degrees a cosine has no digits left. */
function between(one: Point, other: Point): number {
  const dot = one.x * other.x + one.y * other.y;
  const cross = one.x * other.y - one.y * other.x;
  return dot === 0 && cross === 0 ? Number.NaN : degrees(Math.atan2(Math.abs(cross), dot));
}
