// SPDX-License-Identifier: Apache-2.0
import type { Series, VoiLut, VoiTable } from './study';

/** A VOI LUT with its entries (PS3.3 C.11.2.1.1). */
export class Lut {
  readonly id: string;
  readonly explanation: string;
  readonly first: number;
  readonly bits: number;
  readonly entries: Uint16Array;

  constructor(id: string, explanation: string, first: number, bits: number, entries: Uint16Array) {
    this.id = id;
    this.explanation = explanation;
    this.first = first;
    this.bits = bits;
    this.entries = entries;
  }

  /** Pictures are told apart by their JSON: a table's name stands for its entries. */
  toJSON(): string {
    return this.id;
  }
}

const read = new WeakMap<VoiLut, Lut>();

/** The entries behind a kind's LUT; read from Base64 once. */
export function lutOf(series: Series, lut: VoiLut): Lut | null {
  const known = read.get(lut);
  if (known !== undefined) return known;
  const table = series.tables[lut.table];
  if (table === undefined) return null;
  const made = readLut(lut.table, lut.explanation?.trim() || 'VOI LUT', table);
  if (made !== null) read.set(lut, made);
  return made;
}

/** A table with its entries; null when it has none. */
export function readLut(name: string, explanation: string, table: VoiTable): Lut | null {
  const bytes = Uint8Array.from(atob(table.entries), (char) => char.charCodeAt(0));
  const entries = new Uint16Array(bytes.length >> 1);
  for (let at = 0; at < entries.length; at++)
    entries[at] = (bytes[2 * at] as number) | ((bytes[2 * at + 1] as number) << 8);
  return entries.length === 0 ? null : new Lut(name, explanation, table.first, table.bits, entries);
}

type Entries = Pick<Lut, 'first' | 'bits' | 'entries'>;

/** Grey 0 … 255 of a rescaled value: rounded half up, beyond the ends the first or last entry. Not rounded. */
export function lutFunction(lut: Entries): (value: number) => number {
  const { first, entries } = lut;
  const last = entries.length - 1;
  const scale = 255 / (2 ** lut.bits - 1);
  return (value) => {
    const at = Math.max(0, Math.min(last, Math.floor(value + 0.5) - first));
    return Math.min(255, (entries[at] as number) * scale);
  };
}

/** The first value whose grey is at least `level`; past the end for a level that none reaches. */
export function lutValueAt(lut: Entries, level: number): number {
  const needed = (level / 255) * (2 ** lut.bits - 1);
  const rises = (lut.entries.at(-1) as number) >= (lut.entries[0] as number);
  const at = lut.entries.findIndex((entry) => (rises ? entry >= needed : entry <= needed));
  return lut.first + (at < 0 ? lut.entries.length - 1 : at);
}

/** The window through a tenth and nine tenths of the table's greys: where a drag starts. */
export function windowNear(lut: Lut): { center: number; width: number } {
  const low = lutValueAt(lut, 25.5);
  const high = lutValueAt(lut, 229.5);
  const width = Math.max(1, Math.abs(high - low) / 0.8);
  return { center: (low + high) / 2, width };
}
