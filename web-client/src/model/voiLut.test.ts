// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { kindOf, seriesOf } from '../testing/study';
import { firstPreset, presetsFor } from './presets';
import { previewTable } from './previewLook';
import { windowInForce } from './state';
import { lookKind, lookUpTable } from './voi';
import { lutFunction, lutOf } from './voiLut';

const base64 = (...entries: number[]): string =>
  btoa(String.fromCharCode(...entries.flatMap((entry) => [entry & 255, entry >> 8])));

/** Twelve bits, from the rescaled value 100 on. */
const tables = { a: { first: 100, bits: 12, entries: base64(0, 258, 1000, 4095) } };
const luts = [{ explanation: 'NORMAL', table: 'a' }];
const kind = kindOf({ luts, intercept: 0, unit: null });
const series = seriesOf(1, kind, { tables, modality: 'DX' });

describe('a VOI LUT', () => {
  test('maps to the output that its bits measure, and its ends to what lies beyond', () => {
    const grey = lutFunction({ first: 100, bits: 12, entries: Uint16Array.of(0, 258, 1000, 4095) });
    expect([-5000, 99, 100, 103, 104, 1e9].map(grey)).toEqual([0, 0, 0, 255, 255, 255]);
    expect(grey(101)).toBeCloseTo((258 * 255) / 4095);
    expect(grey(101.49)).toBe(grey(101));
    expect(grey(101.5)).toBe(grey(102));
  });

  test('comes first among the presets, and is what the image is shown with', () => {
    expect(presetsFor(series, kind).map(({ id, label }) => [id, label])).toEqual([
      ['lut-0', 'Normal'],
      ['own-0', 'Mediastinum'],
    ]);
    expect(firstPreset(series, kind)?.id).toBe('lut-0');
    expect(windowInForce(series, kind, { by: 'preset', id: 'own-0' })?.lut).toBeUndefined();
  });

  test('is applied to stored values themselves', () => {
    const window = windowInForce(series, kind, { by: 'default' });
    const table = lookUpTable({ kind: lookKind(kind), window, range: null, negative: false });
    expect([...table.subarray(99, 105)]).toEqual([0, 0, 16, 62, 255, 255]);
  });

  test('is told apart by its name, not by its entries', () => {
    expect(JSON.stringify(lutOf(series, luts[0] ?? { explanation: null, table: '' }))).toBe('"a"');
  });

  test('of a preview is carried back to values', () => {
    const made = windowInForce(series, kind, { by: 'default' });
    if (made === null) throw new Error('no table');
    const wanted = { center: 101.5, width: 3, function: 'LINEAR_EXACT' } as const;
    const table = previewTable({ made, wanted, inverted: false, negative: false });
    expect([table[0], table[16], table[62], table[255]]).toEqual([0, 85, 170, 255]);
  });
});
