// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { kindOf, seriesOf, spacingOf } from '../testing/study';
import { followed } from './linked';
import { crossHair, inPatient, onImage, planeOf } from './planes';
import type { FrameKind, Series } from './study';

const AXIAL = [1, 0, 0, 0, 1, 0];
const CORONAL = [1, 0, 0, 0, 0, -1];

/** Slices of 100 x 100 pixels of 2 mm at z = `from`, `from + gap`, ... */
function stack(count: number, gap: number, from: number, change: Partial<FrameKind> = {}): Series {
  const spacing = spacingOf(2, 2);
  const kind = kindOf({ rows: 100, columns: 100, spacing, orientation: AXIAL, frameOfReference: '1.2', ...change });
  const series = seriesOf(count, kind);
  return {
    ...series,
    frames: series.frames.map((frame, at) => ({ ...frame, position: [-100, -100, from + at * gap] })),
  };
}

describe('linked scrolling', () => {
  const thin = stack(100, 1, 0);

  test('goes by position within one frame of reference and near-parallel planes alone', () => {
    expect(followed(thin, 40, stack(20, 5, 0), null)).toEqual({ frame: 8, by: 'position' });
    // A pairing does not overrule what the positions say.
    expect(followed(thin, 40, stack(20, 5, 0), { from: 0, to: 15 })).toEqual({ frame: 8, by: 'position' });
    const flipped = stack(20, -5, 95, { orientation: [1, 0, 0, 0, -1, 0] });
    expect(followed(thin, 40, flipped, null)).toEqual({ frame: 11, by: 'position' });
  });

  test('stands still in another frame of reference, across, and where nobody says where images lie', () => {
    const other = stack(20, 5, 0, { frameOfReference: '9.9' });
    expect(followed(thin, 40, other, null)).toEqual({ frame: null, why: 'reference' });
    expect(followed(thin, 40, stack(20, 5, 0, { orientation: CORONAL }), null)).toEqual({ frame: null, why: 'across' });
    expect(followed(thin, 40, stack(20, 5, 0, { orientation: null }), null)).toEqual({ frame: null, why: 'unplaced' });
    expect(followed(thin, 40, stack(20, 5, 0, { frameOfReference: null }), null)).toEqual({
      frame: null,
      why: 'unplaced',
    });
  });

  test('stands still beyond the ends of a series in the same frame of reference', () => {
    const below = stack(10, 5, -200);
    expect(followed(thin, 40, below, null)).toEqual({ frame: null, why: 'beyond' });
    expect(followed(thin, 40, below, { from: 40, to: 3 })).toEqual({ frame: null, why: 'beyond' });
  });

  test('goes by the pair that the reader set in another frame of reference, in millimetres', () => {
    const prior = stack(40, 2.5, 700, { frameOfReference: '9.9' });
    const pairing = { from: 40, to: 10 };
    expect(followed(thin, 40, prior, pairing)).toEqual({ frame: 10, by: 'pairing' });
    expect(followed(thin, 50, prior, pairing)).toEqual({ frame: 14, by: 'pairing' });
    expect(followed(thin, 0, prior, pairing)).toEqual({ frame: 0, by: 'pairing' });
    const upsideDown = stack(40, -2.5, 700, { frameOfReference: '9.9', orientation: [1, 0, 0, 0, -1, 0] });
    expect(followed(thin, 50, upsideDown, pairing)).toEqual({ frame: 6, by: 'pairing' });
  });

  test('goes by the pair that the reader set in frames where nothing is known of places', () => {
    const photos = seriesOf(12, kindOf({ orientation: null }));
    expect(followed(thin, 45, photos, { from: 40, to: 3 })).toEqual({ frame: 8, by: 'pairing' });
    expect(followed(thin, 99, photos, { from: 40, to: 3 })).toEqual({ frame: 11, by: 'pairing' });
    expect(followed(thin, 0, photos, { from: 40, to: 3 })).toEqual({ frame: 0, by: 'pairing' });
  });
});

describe('a point of the patient', () => {
  const plane = (series: Series, frame: number) => {
    const found = planeOf(series, frame);
    if (found === null) throw new Error('the test built no plane');
    return found;
  };

  test('comes back from the patient where it was', () => {
    const oblique = plane(stack(1, 1, 7, { orientation: [0.8, 0.6, 0, 0, 0, -1], spacing: spacingOf(3, 0.5) }), 0);
    const { at, off } = onImage(oblique, inPatient(oblique, { x: 31.25, y: 8.5 }));
    expect([at.x, at.y]).toEqual([expect.closeTo(31.25, 9), expect.closeTo(8.5, 9)]);
    expect(off).toBeCloseTo(0, 9);
    expect(inPatient(oblique, { x: 0.5, y: 0.5 })).toEqual([-100, -100, 7]);
  });

  test('is found in the slices of another plane', () => {
    const coronal: Series = { ...stack(50, 0, 0, { orientation: CORONAL }) };
    const placed = coronal.frames.map((frame, at) => ({ ...frame, position: [-100, -60 + 3 * at, 199] }));
    const point = inPatient(plane(stack(100, 1, 0), 60), { x: 20.5, y: 50.5 });
    expect(point).toEqual([-60, 0, 60]);
    const found = crossHair({ ...coronal, frames: placed }, '1.2', point);
    expect(found).toEqual({ frame: 20, at: { x: 20.5, y: 70 }, off: 0 });
    expect(crossHair({ ...coronal, frames: placed }, '9.9', point)).toBeNull();
    expect(crossHair({ ...coronal, frames: placed }, '1.2', [400, 0, 60])).toBeNull();
  });

  test('is not placed by spacing at the detector, nor by cosines that are none', () => {
    expect(planeOf(stack(1, 1, 0, { spacing: spacingOf(1, 1, 'IMAGER_PIXEL_SPACING') }), 0)).toBeNull();
    expect(planeOf(stack(1, 1, 0, { orientation: [1, 0, 0, 1, 0, 0] }), 0)).toBeNull();
    expect(planeOf(stack(1, 1, 0, { orientation: [0, 0, 0, 0, 1, 0] }), 0)).toBeNull();
  });
});
