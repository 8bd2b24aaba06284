// SPDX-License-Identifier: Apache-2.0
// What values mean beside their modality's own unit: uptake of PET, Real World Values. Pure.
import type { FrameKind, Series } from '../model/study';
import { type ValueScale, valueScales } from '../model/values';
import { type Figure, figure } from './figure';
import type { Tally } from './tally';
import { text } from './text';

const beside = (series: Series, kind: FrameKind): readonly ValueScale[] => valueScales(series, kind).slice(1);

/** Of one pixel. */
export function furtherValues(series: Series, kind: FrameKind, tileValue: number): readonly Figure[] {
  return beside(series, kind).map((scale) => shown(scale, scale.name, scale.of(tileValue)));
}

/** Mean and greatest of a region. Through a table, or where a part of the region has no value, a mean would be none. */
export function furtherStatistics(series: Series, kind: FrameKind, tally: Tally): readonly Figure[] {
  return beside(series, kind).flatMap((scale) => {
    const ends = [scale.of(tally.min), scale.of(tally.max)];
    const [least, greatest] = ends;
    if (!scale.linear || least === null || greatest === null) return [];
    return [
      shown(scale, `${scale.name} ${text.names.mean.toLowerCase()}`, scale.of(tally.mean)),
      shown(scale, `${scale.name} ${text.names.max.toLowerCase()}`, Math.max(least ?? 0, greatest ?? 0)),
    ];
  });
}

/** Why there is no uptake; empty when there is, or for what is no PET. */
export function missingUptake(kind: FrameKind): string {
  const reason = kind.measures.uptake?.reason ?? null;
  return reason === null ? '' : text.noUptake(reason);
}

const DIGITS = 4;

function shown(scale: ValueScale, name: string, value: number | null): Figure {
  if (value === null) return figure(name, Number.NaN, scale.unit, 0);
  const whole = value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1;
  return figure(name, value, scale.unit, Math.max(0, Math.min(8, DIGITS - whole)));
}
