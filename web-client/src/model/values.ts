// SPDX-License-Identifier: Apache-2.0
// From what a tile holds to what it means: modality values, uptake, Real World Values. In double precision, rounded nowhere. Pure.
import type { FrameKind, RealWorldMapping, Series, ValueTable } from './study';

/** One way to read values: `of` takes what a tile holds less its offset; null: it has no value there. */
export interface ValueScale {
  readonly name: string;
  readonly unit: string;
  readonly of: (tileValue: number) => number | null;
  /** Whether a mean of tile values is the mean of the scale's, where all of them have one: not through a table. */
  readonly linear: boolean;
  /** What has to be known of it, in words; empty when nothing. */
  readonly note: string;
}

/** The stored value that a tile's value stands for. */
export const storedOf = (kind: FrameKind, tileValue: number): number =>
  kind.reduction === null ? tileValue : kind.reduction.base + kind.reduction.step * tileValue;

/** The value after the modality step (PS3.3 C.11.1). */
export const modalityOf = (kind: FrameKind, tileValue: number): number => tileValue * kind.slope + kind.intercept;

const UNITS: Readonly<Record<string, string>> = {
  BQML: 'Bq/ml',
  CNTS: 'counts',
  CPS: 'counts/s',
  PROPCNTS: 'proportional to counts',
  PROPCPS: 'proportional to counts/s',
  GML: 'g/ml',
  CM2ML: 'cm²/ml',
  PCNT: '%',
  NONE: '',
  US: '',
  "[hnsf'U]": 'HU',
  '1': '',
};

/** A unit as people write it; codes that are not known stay as they are. */
export const unitWords = (unit: string | null): string => (unit === null ? '' : (UNITS[unit] ?? unit));

/** All ways to read the values of a frame, the modality's own first; none for colour. */
export function valueScales(series: Pick<Series, 'valueTables'>, kind: FrameKind): readonly ValueScale[] {
  if (kind.format === 'RGB8') return [];
  const own: ValueScale = {
    name: '',
    unit: unitWords(kind.unit),
    of: (value) => modalityOf(kind, value),
    linear: true,
    note: '',
  };
  return [own, ...uptakeScale(kind), ...kind.measures.mappings.map((mapping) => realWorldScale(series, kind, mapping))];
}

function uptakeScale(kind: FrameKind): readonly ValueScale[] {
  const factor = kind.measures.uptake?.factor ?? null;
  if (factor === null) return [];
  return [{ name: 'SUVbw', unit: 'g/ml', of: (value) => modalityOf(kind, value) * factor, linear: true, note: '' }];
}

function realWorldScale(
  { valueTables }: Pick<Series, 'valueTables'>,
  kind: FrameKind,
  mapping: RealWorldMapping,
): ValueScale {
  const table = mapping.table === null ? null : readTable(valueTables[mapping.table]);
  return {
    name: mapping.explanation ?? mapping.label,
    unit: mapping.scheme === 'UCUM' || mapping.scheme === null ? unitWords(mapping.unit) : (mapping.unitMeaning ?? ''),
    of: (value) => realWorldOf(storedOf(kind, value), mapping, table),
    linear: mapping.table === null,
    note: mapping.explanation === null ? '' : mapping.label,
  };
}

function realWorldOf(stored: number, mapping: RealWorldMapping, table: Float64Array | null): number | null {
  if (!(stored >= mapping.first && stored <= mapping.last)) return null;
  if (mapping.table !== null) return table?.[Math.round(stored) - mapping.first] ?? null;
  return mapping.slope === null || mapping.intercept === null ? null : stored * mapping.slope + mapping.intercept;
}

function readTable(table: ValueTable | undefined): Float64Array | null {
  if (table === undefined) return null;
  const bytes = Uint8Array.from(atob(table.entries), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 8 }, (_, at) => view.getFloat64(at * 8, true));
}
