// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureOf } from '../model/state';
import {
  affineOf,
  FITTED,
  mirror,
  type Point,
  toCanvas,
  toImage,
  turnRight,
  type View,
  zoomAbout,
} from '../model/view';
import { kindOf, spacingOf } from '../testing/study';
import { angleAt, angleBetween, lengthOf, scaleOf } from './scale';

describe('a length', () => {
  test('is in millimetres by the spacing of rows and columns, each along its own axis', () => {
    const scale = scaleOf(kindOf({ spacing: spacingOf(0.5, 1), pixelAspect: 0.5 }));
    expect(lengthOf(scale, { x: 10, y: 10 }, { x: 20, y: 10 })).toBe(10);
    expect(lengthOf(scale, { x: 10, y: 10 }, { x: 10, y: 20 })).toBe(5);
    expect(lengthOf(scale, { x: 0, y: 0 }, { x: 3, y: 8 })).toBe(5);
  });

  test('without spacing is in pixels and never in millimetres, and keeps the shape of a pixel', () => {
    expect(scaleOf(kindOf({ spacing: null }))).toMatchObject({ unit: 'px', source: 'no spacing: pixels' });
    const scale = scaleOf(kindOf({ spacing: null, pixelAspect: 2 }));
    expect(scale.unit).toBe('px');
    expect(lengthOf(scale, { x: 0, y: 0 }, { x: 3, y: 2 })).toBe(5);
  });

  test('says where its spacing holds', () => {
    expect(scaleOf(kindOf({ spacing: spacingOf(0.1, 0.1, 'IMAGER_PIXEL_SPACING') })).source).toContain('at detector');
  });
});

describe('an angle', () => {
  const square = scaleOf(kindOf());

  test('is what it is, near 0 and 180 degrees too', () => {
    const corner = { x: 100, y: 100 };
    for (const wanted of [0.05, 30, 90, 135, 179.95]) {
      const turn = (wanted * Math.PI) / 180;
      const end = { x: 100 + 80 * Math.cos(turn), y: 100 + 80 * Math.sin(turn) };
      expect(angleAt(square, { x: 180, y: 100 }, corner, end)).toBeCloseTo(wanted, 9);
    }
  });

  test('is measured in the body: a diagonal of tall pixels is steeper than 45 degrees', () => {
    const tall = scaleOf(kindOf({ spacing: spacingOf(2, 1), pixelAspect: 2 }));
    const angle = angleAt(tall, { x: 10, y: 0 }, { x: 0, y: 0 }, { x: 10, y: 10 });
    expect(angle).toBeCloseTo((Math.atan(2) * 180) / Math.PI, 9);
  });

  test('between two lines does not depend on which end was set first', () => {
    const one: readonly [Point, Point] = [
      { x: 0, y: 0 },
      { x: 10, y: 1 },
    ];
    const other: readonly [Point, Point] = [
      { x: 0, y: 50 },
      { x: 10, y: 45 },
    ];
    const angle = angleBetween(square, one, other);
    expect(angleBetween(square, [one[1], one[0]], other)).toBeCloseTo(angle, 9);
    expect(angle).toBeCloseTo(((Math.atan(0.1) + Math.atan(0.5)) * 180) / Math.PI, 9);
  });

  test('of an arm without length is not a number', () => {
    expect(angleAt(square, { x: 1, y: 1 }, { x: 1, y: 1 }, { x: 2, y: 2 })).toBeNaN();
  });
});

describe('what is clicked', () => {
  const kind = kindOf({ spacing: spacingOf(1.4, 0.7), pixelAspect: 2, rows: 256 });
  const picture = pictureOf(kind);
  const canvas = { width: 820, height: 700 };
  const turns = (view: View, rights: number, isMirrored: boolean): View => {
    let { turn } = isMirrored ? { turn: mirror(view.turn) } : view;
    for (let step = 0; step < rights; step++) turn = turnRight(turn);
    return { ...view, turn };
  };

  test('measures the same to half a pixel when the picture is turned, mirrored and magnified, on tall pixels too', () => {
    const point = fc.record({
      x: fc.double({ min: 0, max: 512, noNaN: true }),
      y: fc.double({ min: 0, max: 256, noNaN: true }),
    });
    fc.assert(
      fc.property(
        point,
        point,
        fc.nat(3),
        fc.boolean(),
        fc.double({ min: 2, max: 9, noNaN: true }),
        (a, b, rights, isMirrored, factor) => {
          const fitted = turns(FITTED, rights, isMirrored);
          const view = zoomAbout(fitted, picture, canvas, factor, { x: 300, y: 200 });
          const map = affineOf(view, picture, canvas);
          // A finger is heard at whole pixels of the screen.
          const heard = (at: Point) => {
            const { x, y } = toCanvas(map, at);
            return toImage(map, { x: Math.round(x), y: Math.round(y) });
          };
          const scale = scaleOf(kind);
          const error = Math.abs(lengthOf(scale, heard(a), heard(b)) - lengthOf(scale, a, b));
          expect(error).toBeLessThanOrEqual(0.5 * scale.perRow);
        },
      ),
    );
  });
});
