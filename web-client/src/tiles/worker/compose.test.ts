// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookKind } from '../../model/voi';
import { kindOf } from '../../testing/study';
import { compose } from './compose';
import { rangeOf } from './decode';
import type { LayerSpec, TileLook } from './messages';
import type { Pixels } from './pixels';

const plain: TileLook = { by: 'plain', negative: false };

const grey = (width: number, height: number, ...samples: number[]): Pixels => ({
  size: { width, height },
  channels: 1,
  samples: Uint16Array.from(samples),
});

const whole = (url: string, width: number, height: number, x = 0, y = 0) => ({
  url,
  part: { x: 0, y: 0, width, height },
  x,
  y,
});

/** The first channel and alpha of each pixel. */
const seen = (picture: Uint8ClampedArray) =>
  Array.from({ length: picture.length / 4 }, (_, at) => [picture[4 * at], picture[4 * at + 3]]);

describe('a layer', () => {
  test('puts tiles side by side; where none came it stays transparent', () => {
    const layer: LayerSpec = {
      size: { width: 3, height: 1 },
      pieces: [whole('a', 1, 1), whole('missing', 1, 1, 1), whole('b', 1, 1, 2)],
      look: plain,
    };
    const tiles = new Map([
      ['a', grey(1, 1, 7)],
      ['b', grey(1, 1, 9)],
    ]);
    expect(seen(compose(layer, (url) => tiles.get(url)))).toEqual([
      [7, 255],
      [0, 0],
      [9, 255],
    ]);
  });

  test('looks each stored value up in the window', () => {
    const window = { center: 40, width: 400, function: 'LINEAR' } as const;
    const look: TileLook = {
      by: 'values',
      look: { kind: lookKind(kindOf()), window, range: null, negative: false },
    };
    const layer = { size: { width: 3, height: 1 }, pieces: [whole('a', 3, 1)], look };
    const picture = compose(layer, () => grey(3, 1, 0, 1064, 4095));
    expect(seen(picture).map(([value]) => value)).toEqual([0, 128, 255]);
  });

  test('cuts a thumbnail out of its sheet', () => {
    const sheet = grey(3, 2, 1, 2, 3, 4, 5, 6);
    const piece = { url: 's', part: { x: 1, y: 1, width: 2, height: 1 }, x: 0, y: 0 };
    const picture = compose({ size: { width: 2, height: 1 }, pieces: [piece], look: plain }, () => sheet);
    expect(seen(picture).map(([value]) => value)).toEqual([5, 6]);
  });

  test('draws colour as it is, and its negative', () => {
    const pixels: Pixels = { size: { width: 1, height: 1 }, channels: 3, samples: Uint8Array.of(10, 20, 250) };
    const layer = { size: { width: 1, height: 1 }, pieces: [whole('a', 1, 1)], look: plain };
    expect([...compose(layer, () => pixels)]).toEqual([10, 20, 250, 255]);
    const negative = { ...layer, look: { by: 'plain', negative: true } as const };
    expect([...compose(negative, () => pixels)]).toEqual([245, 235, 5, 255]);
  });

  test('never writes outside itself, whatever the pieces say', () => {
    const small = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(small, small, small, small, small, (x, y, partX, width, height) => {
        const layer = {
          size: { width: 3, height: 3 },
          pieces: [{ url: 'a', part: { x: partX, y: 0, width, height }, x, y }],
          look: plain,
        };
        const picture = compose(layer, () => grey(3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1));
        seen(picture).forEach(([, alpha], at) => {
          const column = at % 3;
          const row = Math.floor(at / 3);
          const inPiece =
            column >= x && column < x + Math.min(width, 3 - partX) && row >= y && row < y + Math.min(height, 3);
          expect(alpha === 255).toBe(inPiece);
        });
      }),
    );
  });
});

test('the range of a frame is two whole numbers or nothing', () => {
  expect(rangeOf('-1024 3071')).toEqual({ min: -1024, max: 3071 });
  expect(rangeOf('1024')).toBeNull();
  expect(rangeOf(undefined)).toBeNull();
});
