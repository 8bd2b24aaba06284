// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  affineOf,
  atScale,
  FITTED,
  imageRect,
  MAX_SCALE,
  MIN_SCALE,
  mirror,
  scaleOf,
  toCanvas,
  toImage,
  turnRight,
  type View,
  visiblePart,
  zoomAbout,
} from './view';

const size = fc.integer({ min: 8, max: 4000 });
const picture = fc.record({
  columns: size,
  rows: size,
  pixelAspect: fc.constantFrom(1, 0.5, 1.3),
});
const canvas = fc.record({ width: size, height: size });
const turn = fc.record({ quarters: fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3), flipped: fc.boolean() });
const view: fc.Arbitrary<View> = fc.record({
  turn,
  zoom: fc.oneof(
    fc.constant({ mode: 'fit' as const }),
    fc.record({
      mode: fc.constant('free' as const),
      scale: fc.double({ min: 0.1, max: 20, noNaN: true }),
      centerX: fc.double({ min: 0, max: 1, noNaN: true }),
      centerY: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  ),
});

describe('a view', () => {
  test('fits the whole picture on the canvas and touches two edges', () => {
    fc.assert(
      fc.property(picture, canvas, turn, (image, screen, turned) => {
        const fitted = { ...FITTED, turn: turned };
        if ([MIN_SCALE, MAX_SCALE].includes(scaleOf(fitted, image, screen))) return;
        const rect = imageRect(fitted, image, screen);
        expect(rect.width).toBeLessThanOrEqual(screen.width + 1e-6);
        expect(rect.height).toBeLessThanOrEqual(screen.height + 1e-6);
        expect(Math.max(rect.width / screen.width, rect.height / screen.height)).toBeCloseTo(1, 6);
      }),
    );
  });

  test('maps to the canvas and back to the same point', () => {
    fc.assert(
      fc.property(view, picture, canvas, size, size, (one, image, screen, x, y) => {
        const map = affineOf(one, image, screen);
        const back = toImage(map, toCanvas(map, { x, y }));
        expect(back.x).toBeCloseTo(x, 4);
        expect(back.y).toBeCloseTo(y, 4);
      }),
    );
  });

  test('keeps the point under the pointer when zoomed about it', () => {
    fc.assert(
      fc.property(
        view,
        picture,
        canvas,
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        fc.double({ min: 0.4, max: 0.6, noNaN: true }),
        (one, image, screen, factor, part) => {
          const before = affineOf(one, image, screen);
          const held = { x: image.columns * part, y: image.rows * part };
          const at = toCanvas(before, held);
          const after = zoomAbout(one, image, screen, factor, at);
          if (after.zoom.mode !== 'free') throw new Error('not free');
          const { centerX, centerY } = after.zoom;
          // At the rim the picture is held on the canvas instead.
          if ([centerX, centerY].some((value) => value === 0 || value === 1)) return;
          const now = toCanvas(affineOf(after, image, screen), held);
          expect(Math.abs(now.x - at.x)).toBeLessThan(1.01);
          expect(Math.abs(now.y - at.y)).toBeLessThan(1.01);
        },
      ),
    );
  });

  test('never zooms beyond its bounds', () => {
    fc.assert(
      fc.property(view, picture, canvas, fc.double({ min: 0, max: 1e6, noNaN: true }), (one, image, screen, factor) => {
        const scale = scaleOf(zoomAbout(one, image, screen, factor, { x: 0, y: 0 }), image, screen);
        expect(scale).toBeGreaterThanOrEqual(MIN_SCALE);
        expect(scale).toBeLessThanOrEqual(MAX_SCALE);
      }),
    );
  });

  test('at 1:1 puts each image pixel on exactly one device pixel', () => {
    fc.assert(
      fc.property(view, picture, canvas, (one, image, screen) => {
        const square = { ...image, pixelAspect: 1 };
        const rect = imageRect(atScale(one, square, screen, 1), square, screen);
        expect(Number.isInteger(rect.x) && Number.isInteger(rect.y)).toBe(true);
        expect(Math.round(rect.width * 1e6) % 1e6).toBe(0);
      }),
    );
  });

  test('keeps scale and centre when the canvas changes its size', () => {
    const image = { columns: 512, rows: 512, pixelAspect: 1 };
    const zoomed = zoomAbout(FITTED, image, { width: 400, height: 800 }, 3, { x: 100, y: 300 });
    const rotated = { width: 800, height: 400 };
    expect(scaleOf(zoomed, image, rotated)).toBe(scaleOf(zoomed, image, { width: 400, height: 800 }));
    const middle = toImage(affineOf(zoomed, image, rotated), { x: 400, y: 200 });
    const before = toImage(affineOf(zoomed, image, { width: 400, height: 800 }), { x: 200, y: 400 });
    expect(middle.x).toBeCloseTo(before.x, 6);
    expect(middle.y).toBeCloseTo(before.y, 6);
  });

  test('sees a part that lies in the picture', () => {
    fc.assert(
      fc.property(view, picture, canvas, (one, image, screen) => {
        const part = visiblePart(one, image, screen);
        expect(part.x).toBeGreaterThanOrEqual(0);
        expect(part.y).toBeGreaterThanOrEqual(0);
        expect(part.x + part.width).toBeLessThanOrEqual(image.columns + 1e-6);
        expect(part.y + part.height).toBeLessThanOrEqual(image.rows + 1e-6);
      }),
    );
  });

  test('comes back after four turns or two mirrorings', () => {
    fc.assert(
      fc.property(turn, (one) => {
        expect(turnRight(turnRight(turnRight(turnRight(one))))).toEqual(one);
        expect(mirror(mirror(one))).toEqual(one);
      }),
    );
  });

  test('mirrors what is on the screen left to right, also when it is turned', () => {
    const image = { columns: 100, rows: 100, pixelAspect: 1 };
    const screen = { width: 100, height: 100 };
    fc.assert(
      fc.property(turn, (one) => {
        const corner = { x: 10, y: 30 };
        const before = toCanvas(affineOf({ ...FITTED, turn: one }, image, screen), corner);
        const after = toCanvas(affineOf({ ...FITTED, turn: mirror(one) }, image, screen), corner);
        expect(after.x).toBeCloseTo(100 - before.x, 6);
        expect(after.y).toBeCloseTo(before.y, 6);
      }),
    );
  });
});
