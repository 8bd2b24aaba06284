// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf, columnsOf, type Region, rowsOf } from './region';
import { type TallyTile, tallyOf } from './tally';

const COLUMNS = 40;
const ROWS = 30;
/** A ramp of which every pixel is known: 16 up each row, one each column. */
const valueAt = (x: number, y: number) => 16 * y + x;

const tile = (x: number, y: number, width: number, height: number): TallyTile => ({
  at: { x, y, width, height },
  values: Uint16Array.from({ length: width * height }, (_, at) =>
    valueAt(x + (at % width), y + Math.floor(at / width)),
  ),
  channels: 1,
});

const spec = (region: Region, padding: { from: number; to: number } | null = null, offset = 0) => ({
  region,
  columns: COLUMNS,
  rows: ROWS,
  offset,
  padding,
});

const region = (shape: Region['shape'], x: number, y: number, width: number, height: number): Region => ({
  shape,
  box: { x, y, width, height },
});

/** The same by brute force: each pixel's centre against the shape. */
function expected({ shape, box }: Region) {
  const found: number[] = [];
  for (let y = 0; y < ROWS; y++) {
    for (let x = 0; x < COLUMNS; x++) {
      const u = (x + 0.5 - box.x - box.width / 2) / (box.width / 2);
      const v = (y + 0.5 - box.y - box.height / 2) / (box.height / 2);
      const inside = shape === 'ellipse' ? u * u + v * v <= 1 : u >= -1 && u < 1 && v >= -1 && v < 1;
      if (inside) found.push(valueAt(x, y));
    }
  }
  const mean = found.reduce((sum, value) => sum + value, 0) / found.length;
  const deviation = Math.sqrt(found.reduce((sum, value) => sum + (value - mean) ** 2, 0) / found.length);
  return { count: found.length, mean, deviation, min: Math.min(...found), max: Math.max(...found) };
}

describe('the pixels of a region', () => {
  test('of a rectangle are those whose centres lie in it', () => {
    const square = region('rectangle', 2.4, 3.6, 3, 2);
    expect(rowsOf(square, ROWS)).toEqual({ from: 4, to: 6 });
    expect(columnsOf(square, 4, COLUMNS)).toEqual({ from: 2, to: 5 });
    expect(boundsOf(square, COLUMNS, ROWS)).toEqual({ x: 2, y: 4, width: 3, height: 2 });
  });

  test('end at the edge of the image', () => {
    expect(boundsOf(region('rectangle', -5, 25, 100, 100), COLUMNS, ROWS)).toEqual({
      x: 0,
      y: 25,
      width: 40,
      height: 5,
    });
  });

  test('of what has no height are none', () => {
    expect(tallyOf(spec(region('ellipse', 4, 4.2, 6, 0)), [tile(0, 0, COLUMNS, ROWS)])[0]?.count).toBe(0);
  });
});

describe('statistics of a region', () => {
  test('are those of the formula, for any ellipse and rectangle, however the image is cut into tiles', () => {
    const edge = fc.double({ min: 0.3, max: 14.7, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom('ellipse', 'rectangle'), edge, edge, edge, edge, (shape, x, y, width, height) => {
        const asked = region(shape as Region['shape'], x, y, width + 2, height);
        const cut = [tile(0, 0, 16, 16), tile(16, 0, 24, 16), tile(0, 16, 16, 14), tile(16, 16, 24, 14)];
        const found = tallyOf(spec(asked), cut)[0];
        const wanted = expected(asked);
        expect(found?.count).toBe(wanted.count);
        if (wanted.count === 0) return;
        expect(found?.min).toBe(wanted.min);
        expect(found?.max).toBe(wanted.max);
        expect(found?.mean).toBeCloseTo(wanted.mean, 9);
        expect(found?.deviation).toBeCloseTo(wanted.deviation, 7);
      }),
    );
  });

  test('leave padding out and count it, after the offset is taken off', () => {
    const found = tallyOf(spec(region('rectangle', 0, 0, 4, 1), { from: -100, to: -99 }, 100), [
      tile(0, 0, COLUMNS, ROWS),
    ])[0];
    expect(found).toMatchObject({ count: 2, padding: 2, min: -98, max: -97, mean: -97.5, deviation: 0.5 });
  });

  test('keep their digits where values are large and close together', () => {
    const values = Uint16Array.from({ length: 1_000_000 }, (_, at) => 65_000 + (at % 2));
    const large = { at: { x: 0, y: 0, width: 1000, height: 1000 }, values, channels: 1 };
    const found = tallyOf({ ...spec(region('rectangle', 0, 0, 1000, 1000)), columns: 1000, rows: 1000 }, [large])[0];
    expect(found?.deviation).toBeCloseTo(0.5, 12);
  });

  test('of colour are one a channel', () => {
    const colour = {
      at: { x: 0, y: 0, width: 2, height: 1 },
      values: Uint8Array.of(10, 20, 30, 12, 20, 30),
      channels: 3,
    };
    const found = tallyOf({ ...spec(region('rectangle', 0, 0, 2, 1)), columns: 2, rows: 1 }, [colour]);
    expect(found.map((one) => one.mean)).toEqual([11, 20, 30]);
  });
});
