// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindOf, radiographKind, seriesOf } from '../testing/study';
import { levelFor, levelSize, tilesOver, tileTarget } from './address';
import { cellRect, sheetOf, stripTarget } from './strip';

const whole = (columns: number, rows: number) => ({ x: 0, y: 0, width: columns, height: rows });

describe('a tile', () => {
  test('has an address that names object, frame, place and version', () => {
    const [place] = tilesOver(kindOf(), 0, whole(512, 512));
    if (place === undefined) throw new Error('no tile');
    const target = tileTarget(seriesOf(3), 0, 2, 'exact', 0, place);
    expect(target.url).toBe('/api/v1/instances/2.25.7.3/frames/1/exact/0/0/0?v=f00d');
    expect(target.size).toEqual({ width: 512, height: 512 });
  });

  test('at the far edges is cropped, not padded', () => {
    const tiles = tilesOver(radiographKind(), 0, whole(3000, 3600));
    expect(tiles).toHaveLength(6 * 8);
    expect(tiles.at(-1)).toEqual({ row: 7, column: 5, size: { width: 440, height: 16 } });
  });

  test('covers the part that is seen, and no tile is wanted that does not', () => {
    const part = fc.record({
      level: fc.integer({ min: 0, max: 3 }),
      x: fc.double({ min: 0, max: 2999, noNaN: true }),
      y: fc.double({ min: 0, max: 3599, noNaN: true }),
      width: fc.double({ min: 0.1, max: 3000, noNaN: true }),
      height: fc.double({ min: 0.1, max: 3600, noNaN: true }),
    });
    fc.assert(
      fc.property(part, ({ level, x, y, width, height }) => {
        const seen = { x, y, width: Math.min(width, 3000 - x), height: Math.min(height, 3600 - y) };
        const tiles = tilesOver(radiographKind(), level, seen);
        const edge = 512 * 2 ** level;
        const columns = tiles.map((tile) => tile.column);
        const rows = tiles.map((tile) => tile.row);
        expect(Math.min(...columns) * edge).toBeLessThanOrEqual(x);
        expect((Math.max(...columns) + 1) * edge).toBeGreaterThanOrEqual(x + seen.width);
        expect(Math.min(...rows) * edge).toBeLessThanOrEqual(y);
        expect((Math.max(...rows) + 1) * edge).toBeGreaterThanOrEqual(y + seen.height);
        for (const { row, column, size } of tiles) {
          expect(column * edge).toBeLessThan(x + seen.width);
          expect(row * edge).toBeLessThan(y + seen.height);
          expect(size.width > 0 && size.height > 0).toBe(true);
        }
      }),
    );
  });
});

describe('the level', () => {
  test('gives between 0.78 and 1.57 pixels a device pixel, while there are levels', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.07, max: 1, noNaN: true }), (scale) => {
        const perDevicePixel = 1 / scale / 2 ** levelFor(scale, 12);
        expect(perDevicePixel).toBeGreaterThan(0.78);
        expect(perDevicePixel).toBeLessThan(1.58);
      }),
    );
  });

  test('is full resolution when magnified, and never beyond the coarsest', () => {
    expect(levelFor(1, 4)).toBe(0);
    expect(levelFor(8, 4)).toBe(0);
    expect(levelFor(0.001, 4)).toBe(3);
    expect(levelFor(0.3, 1)).toBe(0);
  });

  test('has half the size of the one before, rounded up', () => {
    expect(levelSize(kindOf({ columns: 3000, rows: 3601 }), 3)).toEqual({ width: 375, height: 451 });
  });
});

describe('a strip', () => {
  test('holds a frame in the cell of its place, at the top left and in its shape', () => {
    const series = seriesOf(300, kindOf({ columns: 512, rows: 256, pixelAspect: 1 }));
    expect(sheetOf(series, 130)).toBe(2);
    expect(cellRect(series, 130)).toEqual({ x: 256, y: 0, width: 128, height: 64 });
    expect(cellRect(series, 64 + 9)).toEqual({ x: 128, y: 128, width: 128, height: 64 });
  });

  test('takes the shape of pixels into account', () => {
    const series = seriesOf(1, kindOf({ columns: 100, rows: 400, pixelAspect: 0.5 }));
    expect(cellRect(series, 0)).toEqual({ x: 0, y: 0, width: 64, height: 128 });
  });

  test('of few frames is only as large as they need', () => {
    expect(stripTarget(seriesOf(300), 0, 4).size).toEqual({ width: 1024, height: 6 * 128 });
    expect(stripTarget(seriesOf(3), 0, 0)).toMatchObject({
      url: '/api/v1/series/2.25.7/strips/0?v=abc',
      size: { width: 384, height: 128 },
    });
  });
});
