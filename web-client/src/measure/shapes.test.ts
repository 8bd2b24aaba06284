// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceTo, handleAt, markAt } from './hit';
import { placeLabels } from './labelPlaces';
import { loupePlace } from './loupePlace';
import type { Mark, MarkKind } from './mark';
import { newId } from './newId';
import { outlineOf } from './shapes';

const mark = (kind: MarkKind, ...points: readonly (readonly [number, number])[]): Mark => ({
  id: kind,
  kind,
  place: { instance: '1', frame: 1 },
  points: points.map(([x, y]) => ({ x, y })),
  text: '',
});
const same = (point: { x: number; y: number }) => point;

describe('an outline', () => {
  test('of every kind is made of numbers, with any number of points set', () => {
    const kinds: MarkKind[] = ['length', 'angle', 'cobb', 'ellipse', 'rectangle', 'probe', 'arrow'];
    for (const kind of kinds) {
      for (let count = 1; count <= 4; count++) {
        const points = Array.from({ length: count }, (_, at) => [10 * at, 7 * at * at] as const);
        const { d, dashed } = outlineOf(mark(kind, ...points), same);
        expect(d + dashed).not.toMatch(/NaN|undefined/);
        expect(d).toMatch(/^M/);
      }
    }
  });
});

describe('what a finger is on', () => {
  test('is the nearest mark within reach', () => {
    const line = mark('length', [0, 0], [100, 0]);
    const ring = mark('ellipse', [0, 20], [100, 60]);
    expect(distanceTo(line, same, { x: 50, y: 9 })).toBe(9);
    expect(markAt([line, ring], same, { x: 50, y: 12 }, 22)?.kind).toBe('ellipse');
    expect(markAt([line, ring], same, { x: 50, y: 200 }, 22)).toBeNull();
    expect(markAt([ring], same, { x: 50, y: 40 }, 11)).toBeNull();
  });

  test('is the nearest handle', () => {
    const box = mark('rectangle', [0, 0], [30, 30]);
    expect(handleAt(box, same, { x: 28, y: 3 }, 22)).toBe(1);
    expect(handleAt(box, same, { x: 90, y: 3 }, 22)).toBeNull();
  });
});

describe('labels', () => {
  test('stay on the canvas, whatever they are of', () => {
    const number = fc.double({ min: -500, max: 900, noNaN: true });
    const positive = fc.double({ min: 0, max: 400, noNaN: true });
    fc.assert(
      fc.property(number, number, positive, positive, (x, y, width, height) => {
        const around = { x, y, width, height };
        const [at] = placeLabels([{ around, mark: around, size: { width: 120, height: 40 } }], {
          width: 390,
          height: 500,
        });
        expect(at?.x).toBeGreaterThanOrEqual(4);
        expect((at?.x ?? 0) + 120).toBeLessThanOrEqual(386);
        expect(at?.y).toBeGreaterThanOrEqual(4);
        expect((at?.y ?? 0) + 40).toBeLessThanOrEqual(496);
      }),
    );
  });

  test('cover neither their mark nor each other where there is room', () => {
    const around = { x: 200, y: 200, width: 100, height: 0 };
    const one = { around, mark: around, size: { width: 80, height: 30 } };
    const places = placeLabels([one, one, one], { width: 800, height: 600 });
    const boxes = places.map((at) => ({ ...at, width: 80, height: 30 }));
    boxes.forEach((box, index) => {
      for (const other of boxes.slice(index + 1)) {
        const apart = box.x + 80 <= other.x || other.x + 80 <= box.x || box.y + 30 <= other.y || other.y + 30 <= box.y;
        expect(apart).toBe(true);
      }
    });
  });
});

test('the loupe is above the finger, and beside it at the upper edge', () => {
  const canvas = { width: 390, height: 600 };
  expect(loupePlace({ x: 200, y: 400 }, 128, canvas)).toEqual({ x: 136, y: 216 });
  const beside = loupePlace({ x: 300, y: 40 }, 128, canvas);
  expect(beside.x + 128).toBeLessThan(300);
});

test('an id is a random UUID', () => {
  expect(newId(crypto)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
