// SPDX-License-Identifier: Apache-2.0
// What a mark says: figures with units, and how they are known. Pure.
import type { FrameKind, Series } from '../model/study';
import type { Point } from '../model/view';
import { type Figure, figure } from './figure';
import { furtherStatistics, furtherValues, missingUptake } from './further';
import { isRegion, type Mark } from './mark';

export { type Figure, figure };

import type { Region } from './region';
import { angleAt, angleBetween, lengthOf, type Scale, scaleOf } from './scale';
import type { Tally } from './tally';
import { text } from './text';
import { unitOf } from './unit';

export interface Reading {
  readonly figures: readonly Figure[];
  /** How lengths are known; empty when there is none. */
  readonly source: string;
  /** What else has to be known, such as why there are no values; empty when nothing. */
  readonly note: string;
}

/** What lies under a mark. `null`: exact values are not here. */
export type Values = readonly Tally[] | null;

const ORIGIN: Point = { x: 0, y: 0 };

export function readingOf(mark: Mark, series: Series, kind: FrameKind, values: Values): Reading {
  const scale = scaleOf(kind, mark.points);
  const [a = ORIGIN, b = ORIGIN, c = ORIGIN, d = ORIGIN] = mark.points;
  switch (mark.kind) {
    case 'length':
      return measured(
        [figure(text.names.length, lengthOf(scale, a, b), scale.unit, lengthDigits(scale))],
        scale.source,
      );
    case 'angle':
      return measured([figure(text.names.angle, angleAt(scale, a, b, c), '°', 1)], aspectSource(kind, scale));
    case 'cobb': {
      const angle = angleBetween(scale, [a, b], [c, d]);
      const both = [figure(text.names.cobb, angle, '°', 1), figure(text.names.supplement, 180 - angle, '°', 1)];
      return measured(both, aspectSource(kind, scale));
    }
    case 'ellipse':
    case 'rectangle':
      return regionReading(mark, series, kind, scale, values);
    case 'probe':
      return probeReading(series, kind, values);
    case 'arrow':
      return measured([], '');
  }
}

const measured = (figures: readonly Figure[], source: string): Reading => ({ figures, source, note: '' });

/** Angles need the shape of a pixel and no size. */
const aspectSource = (kind: FrameKind, scale: Scale): string =>
  kind.measures.regions.length === 0 && kind.pixelAspect === 1 && scale.perColumn === scale.perRow ? '' : scale.source;

/** A tenth of a pixel and no more: what is finer is not seen. */
function lengthDigits(scale: Scale): number {
  const fine = Math.min(scale.perColumn, scale.perRow) / 10;
  return Math.max(1, Math.min(3, Math.ceil(-Math.log10(fine)) - 1));
}

/** The region of a mark that has one, its corners in any order. */
export function regionOf(mark: Mark): Region | null {
  if (mark.kind === 'probe') {
    const { x, y } = mark.points[0] ?? ORIGIN;
    return { shape: 'rectangle', box: { x: Math.floor(x), y: Math.floor(y), width: 1, height: 1 } };
  }
  if (!isRegion(mark.kind)) return null;
  const [a = ORIGIN, b = ORIGIN] = mark.points;
  const box = {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
  return { shape: mark.kind, box };
}

/** Of the shape as drawn, not of the pixels that it holds. */
export function areaOf(region: Region, scale: Scale): number {
  const { width, height } = region.box;
  const whole = width * scale.perColumn * height * scale.perRow;
  return region.shape === 'ellipse' ? (whole * Math.PI) / 4 : whole;
}

function regionReading(mark: Mark, series: Series, kind: FrameKind, scale: Scale, values: Values): Reading {
  const region = regionOf(mark);
  if (region === null) return measured([], '');
  const digits = scale.unit === 'mm' ? lengthDigits(scale) : 0;
  // Without spacing an area is counted in pixels, whatever their shape.
  const counted = scale.unit === 'mm' ? scale : { ...scale, perColumn: 1, perRow: 1 };
  const area = figure(text.names.area, areaOf(region, counted), `${scale.unit}²`, digits);
  const source = scale.unit === 'mm' || kind.measures.regions.length > 0 ? scale.source : text.noSpacing;
  if (kind.format === 'RGB8') return { figures: [area], source, note: text.colourOnly };
  const tally = values?.[0];
  if (tally === undefined) return { figures: [area], source, note: text.previewOnly };
  const count = figure(text.names.count, tally.count, 'px', 0);
  if (tally.count === 0) return { figures: [area, count], source, note: text.nothingInside };
  return { figures: [...statistics(tally, series, kind), area, count], source, note: noteOf(kind, tally) };
}

function noteOf(kind: FrameKind, tally: Tally): string {
  const rounded = kind.reduction !== null && !kind.reduction.exact ? text.rounded : '';
  const padding = tally.padding > 0 ? text.padding(tally.padding) : '';
  return [rounded, padding, missingUptake(kind)].filter(Boolean).join('; ');
}

/** Mean, SD, least and greatest, after rescale. */
function statistics(tally: Tally, series: Series, kind: FrameKind): Figure[] {
  const unit = unitOf(series, kind);
  const rescaled = (value: number) => value * kind.slope + kind.intercept;
  const ends = [rescaled(tally.min), rescaled(tally.max)];
  const digits = valueDigits(kind.slope);
  return [
    figure(text.names.mean, rescaled(tally.mean), unit, digits + 1),
    figure(text.names.deviation, tally.deviation * Math.abs(kind.slope), unit, digits + 1),
    figure(text.names.min, Math.min(...ends), unit, digits),
    figure(text.names.max, Math.max(...ends), unit, digits),
    ...furtherStatistics(series, kind, tally),
  ];
}

/** As many decimals as one stored step makes. */
function valueDigits(slope: number): number {
  const step = Math.abs(slope);
  if (Number.isInteger(step) || step === 0) return 0;
  return Math.max(1, Math.min(6, Math.ceil(-Math.log10(step))));
}

function probeReading(series: Series, kind: FrameKind, values: Values): Reading {
  if (values === null) return { figures: [], source: '', note: text.previewOnly };
  const [one, green, blue] = values;
  if (one === undefined || one.count + one.padding === 0) return { figures: [], source: '', note: text.outside };
  if (green !== undefined && blue !== undefined) {
    const names = [text.names.red, text.names.green, text.names.blue];
    return measured(
      values.map((tally, channel) => figure(names[channel] ?? '', tally.mean, '', 0)),
      '',
    );
  }
  if (one.count === 0) return { figures: [], source: '', note: text.padding(1) };
  const value = figure(
    text.names.value,
    one.mean * kind.slope + kind.intercept,
    unitOf(series, kind),
    valueDigits(kind.slope),
  );
  const stored = kind.reduction === null ? one.mean : kind.reduction.base + kind.reduction.step * one.mean;
  const digits = kind.reduction === null ? 0 : valueDigits(kind.reduction.step);
  const further = furtherValues(series, kind, one.mean);
  return {
    figures: [value, ...further, figure(text.names.stored, stored, '', digits)],
    source: '',
    note: noteOf(kind, one),
  };
}
