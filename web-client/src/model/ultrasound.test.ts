// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { NO_MEASURES } from '../contract/measures';
import { regionOf } from '../testing/measure';
import { kindOf } from '../testing/study';
import type { UltrasoundRegion } from './study';
import { calibrationOf, millimetresOf, physicalAt } from './ultrasound';

const pictureWith = (...regions: UltrasoundRegion[]) => kindOf({ measures: { ...NO_MEASURES, regions } });

describe('a measurement in an ultrasound picture', () => {
  const coarse = regionOf();
  const fine = regionOf({ left: 100, right: 199, deltaX: 0.01, deltaY: 0.01 });
  const kind = pictureWith(coarse, fine);

  test('takes the scale of the region that it lies in, whatever the sign of its steps', () => {
    expect(
      calibrationOf(kind, [
        { x: 3, y: 4 },
        { x: 90, y: 80 },
      ]),
    ).toEqual({ kind: 'region', region: coarse });
    expect(
      calibrationOf(kind, [
        { x: 120, y: 4 },
        { x: 190, y: 80 },
      ]),
    ).toEqual({ kind: 'region', region: fine });
    expect(millimetresOf(coarse)).toEqual({ perColumn: 0.5, perRow: 0.2 });
    expect(millimetresOf(fine)).toEqual({ perColumn: 0.1, perRow: 0.1 });
  });

  test('is refused across two regions and outside of all', () => {
    expect(
      calibrationOf(kind, [
        { x: 90, y: 4 },
        { x: 110, y: 4 },
      ]),
    ).toEqual({ kind: 'across' });
    expect(
      calibrationOf(kind, [
        { x: 90, y: 4 },
        { x: 90, y: 140 },
      ]),
    ).toEqual({ kind: 'outside' });
    expect(calibrationOf(kind, [])).toEqual({ kind: 'outside' });
  });

  test('is left to the spacing where there are no regions', () => {
    expect(calibrationOf(kindOf(), [{ x: 1, y: 1 }])).toEqual({ kind: 'none' });
  });

  test('goes by the region of high priority where two overlap', () => {
    const below = regionOf({ flags: 1 });
    const above = regionOf({ left: 50, deltaX: 0.03 });
    expect(calibrationOf(pictureWith(below, above), [{ x: 60, y: 5 }])).toEqual({ kind: 'region', region: above });
    expect(calibrationOf(pictureWith(above, below), [{ x: 60, y: 5 }])).toEqual({ kind: 'region', region: above });
    expect(calibrationOf(pictureWith(above, below), [{ x: 10, y: 5 }])).toEqual({ kind: 'region', region: below });
  });

  test('of time or speed gives no millimetres but what the scale says', () => {
    const doppler = regionOf({
      left: 20,
      top: 10,
      unitX: 's',
      unitY: 'cm/s',
      deltaX: 0.004,
      deltaY: -0.5,
      referenceX: 0,
      referenceY: 60,
      originY: 1.5,
    });
    expect(millimetresOf(doppler)).toBeNull();
    const at = physicalAt(doppler, { x: 70.5, y: 30.5 });
    expect(at.x).toEqual({ value: 0.2, unit: 's' });
    // 40 rows above the base line, where a row up is half a centimetre a second more.
    expect(at.y).toEqual({ value: 21.5, unit: 'cm/s' });
    expect(physicalAt(regionOf({ unitX: null, deltaY: null }), { x: 5, y: 5 })).toEqual({ x: null, y: null });
  });

  test('needs both steps for millimetres', () => {
    expect(millimetresOf(regionOf({ deltaX: null }))).toBeNull();
    expect(millimetresOf(regionOf({ unitY: 's' }))).toBeNull();
  });
});
