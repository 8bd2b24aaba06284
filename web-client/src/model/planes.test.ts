// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { kindOf, seriesOf, spacingOf } from '../testing/study';
import { frameNear, planeOf, referenceLine } from './planes';
import type { FrameKind, Series } from './study';

const AXIAL = [1, 0, 0, 0, 1, 0];
const CORONAL = [1, 0, 0, 0, 0, -1];

/** Slices of 100 x 100 pixels of 2 mm, `gap` apart along z from `from`. */
function axial(count: number, gap: number, from: number, change: Partial<FrameKind> = {}): Series {
  const kind = kindOf({
    rows: 100,
    columns: 100,
    spacing: spacingOf(2, 2),
    orientation: AXIAL,
    frameOfReference: '1.2.3',
    ...change,
  });
  const series = seriesOf(count, kind);
  return { ...series, frames: series.frames.map((frame, at) => ({ ...frame, position: [0, 0, from + at * gap] })) };
}

const plane = (series: Series, frame: number) => {
  const found = planeOf(series, frame);
  if (found === null) throw new Error('the test built no plane');
  return found;
};

describe('the frame at the same place', () => {
  test('is found by position, whatever the spacing and the order of the slices', () => {
    const thin = axial(100, 1, 0);
    const thick = axial(20, 5, 0);
    expect(frameNear(thick, plane(thin, 42))).toBe(8);
    const downwards = axial(20, -5, 95);
    expect(frameNear(downwards, plane(thin, 42))).toBe(11);
  });

  test('is none in another frame of reference, nor where nobody says which it is', () => {
    const here = axial(10, 5, 0);
    expect(frameNear(axial(10, 5, 0, { frameOfReference: '9.9' }), plane(here, 3))).toBeNull();
    expect(planeOf(axial(10, 5, 0, { frameOfReference: null }), 3)).toBeNull();
  });

  test('is none across, nor beyond the ends of the series', () => {
    const here = axial(100, 1, 0);
    expect(frameNear(axial(10, 5, 0, { orientation: CORONAL }), plane(here, 3))).toBeNull();
    expect(frameNear(axial(10, 5, 200), plane(here, 3))).toBeNull();
    expect(frameNear(axial(10, 5, 101), plane(here, 99))).toBe(0);
  });

  test('is found under a small tilt', () => {
    const tilt = (6 * Math.PI) / 180;
    const tilted = axial(20, 5, 0, { orientation: [1, 0, 0, 0, Math.cos(tilt), Math.sin(tilt)] });
    expect(frameNear(tilted, plane(axial(100, 1, 0), 50))).not.toBeNull();
  });
});

describe('a reference line', () => {
  test('is where the slice cuts the other image, half a pixel in from the centres', () => {
    const coronal = plane(axial(1, 1, 0, { orientation: CORONAL }), 0);
    const on = { ...coronal, origin: [0, 50, 198] as const };
    const [from, to] = referenceLine(plane(axial(100, 1, 0), 60), on) ?? [];
    // z = 198 - 2 * row, from the centre of the first row: z 60 is 69 rows on.
    expect([from?.x, from?.y]).toEqual([0, 69.5]);
    expect([to?.x, to?.y]).toEqual([100, 69.5]);
  });

  test('is none between parallel slices, in another frame of reference, or outside the image', () => {
    const one = axial(100, 1, 0);
    expect(referenceLine(plane(one, 3), plane(one, 9))).toBeNull();
    const coronal = { ...plane(axial(1, 1, 0, { orientation: CORONAL }), 0), origin: [0, 50, 198] as const };
    expect(referenceLine({ ...plane(one, 3), frameOfReference: '9' }, coronal)).toBeNull();
    expect(referenceLine({ ...plane(one, 3), origin: [0, 0, 900] }, coronal)).toBeNull();
  });
});
