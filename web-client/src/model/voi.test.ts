// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { kindOf } from '../testing/study';
import { type Look, lookKind, lookUpTable, type Voi } from './voi';

const look = (change: Partial<Look> = {}, kind = kindOf()): Look => ({
  kind: lookKind(kind),
  window: null,
  range: null,
  negative: false,
  ...change,
});

/** PS3.3 C.11.2.1.2 and C.11.2.1.3 as they are printed, with an output of 0 … 255. */
function printed({ center: c, width: w, function: f }: Voi, x: number): number {
  if (f === 'SIGMOID') return 255 / (1 + Math.exp((-4 * (x - c)) / w));
  if (f === 'LINEAR_EXACT') {
    if (x <= c - w / 2) return 0;
    return x > c + w / 2 ? 255 : ((x - c) / w + 0.5) * 255;
  }
  if (x <= c - 0.5 - (w - 1) / 2) return 0;
  return x > c - 0.5 + (w - 1) / 2 ? 255 : ((x - (c - 0.5)) / (w - 1) + 0.5) * 255;
}

const WINDOWS: Voi[] = [
  { center: 40, width: 400, function: 'LINEAR' },
  { center: -600, width: 1500, function: 'LINEAR' },
  { center: 2048, width: 1, function: 'LINEAR' },
  { center: 40, width: 400, function: 'LINEAR_EXACT' },
  { center: 0.5, width: 0.25, function: 'LINEAR_EXACT' },
  { center: 300, width: 1200, function: 'SIGMOID' },
];

describe('the look-up table', () => {
  test.each(WINDOWS)('is the formula of the standard for all 4096 values: %o', (window) => {
    const table = lookUpTable(look({ window }));
    const expected = Array.from({ length: 4096 }, (_, stored) => Math.floor(printed(window, stored - 1024) + 0.5));
    expect([...table.subarray(0, 4096)]).toEqual(expected);
  });

  test('knows signed values by their offset', () => {
    const kind = kindOf({ signed: true, offset: 32768, intercept: 0 });
    const window: Voi = { center: 0, width: 400, function: 'LINEAR' };
    const table = lookUpTable(look({ window }, kind));
    for (const stored of [-2048, -200, -1, 0, 1, 199, 2047]) {
      expect(table[stored + 32768]).toBe(Math.floor(printed(window, stored) + 0.5));
    }
  });

  test('is turned exactly once by an inverted kind, and back by the reader', () => {
    const window: Voi = { center: 40, width: 400, function: 'LINEAR' };
    const plain = lookUpTable(look({ window }));
    const inverted = lookUpTable(look({ window }, kindOf({ inverted: true })));
    const back = lookUpTable(look({ window, negative: true }, kindOf({ inverted: true })));
    expect(inverted.subarray(0, 4096)).toEqual(plain.subarray(0, 4096).map((value) => 255 - value));
    expect(back.subarray(0, 4096)).toEqual(plain.subarray(0, 4096));
  });

  test('shows padding black whatever the polarity', () => {
    const kind = kindOf({ inverted: true, padding: { from: 0, to: 5 } });
    const table = lookUpTable(look({ window: { center: 40, width: 400, function: 'LINEAR' } }, kind));
    expect([...table.subarray(0, 7)]).toEqual([0, 0, 0, 0, 0, 0, 255]);
  });

  test('goes from minimum to maximum without a window', () => {
    const table = lookUpTable(look({ range: { min: 100, max: 610 } }));
    expect([table[50], table[100], table[355], table[610], table[900]]).toEqual([0, 0, 128, 255, 255]);
  });

  test('turns minimum and maximum under a negative slope, since the least rescaled value is black', () => {
    const table = lookUpTable(look({ range: { min: 100, max: 610 } }, kindOf({ slope: -1 })));
    expect([table[100], table[610]]).toEqual([255, 0]);
  });

  test('of a constant picture divides nothing by zero', () => {
    const table = lookUpTable(look({ range: { min: 7, max: 7 } }));
    expect(new Set(table)).toEqual(new Set([0]));
  });

  test('reads a LINEAR width below 1 as exact, so that tiny slopes still render', () => {
    const kind = kindOf({ slope: 1e-5, intercept: 0 });
    const table = lookUpTable(look({ window: { center: 0.01, width: 0.02, function: 'LINEAR' } }, kind));
    expect([table[0], table[1000], table[2001]]).toEqual([0, 128, 255]);
  });
});
