// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { kindOf } from '../testing/study';
import { edgesOf, letters } from './orientation';
import { turnOf } from './presentation';

const still = { quarters: 0, flipped: false } as const;

describe('the letters at the edges', () => {
  test('of an axial slice are A, L, P, R from the top clockwise', () => {
    expect(edgesOf(kindOf(), still)).toEqual({ top: 'A', right: 'L', bottom: 'P', left: 'R' });
  });

  test('turn with the picture', () => {
    expect(edgesOf(kindOf(), { quarters: 1, flipped: false })).toEqual({
      top: 'R',
      right: 'A',
      bottom: 'L',
      left: 'P',
    });
  });

  test('change sides when it is mirrored', () => {
    expect(edgesOf(kindOf(), { quarters: 0, flipped: true })).toEqual({ top: 'A', right: 'R', bottom: 'P', left: 'L' });
  });

  test('are compound when the plane is oblique, the stronger first', () => {
    expect(letters([0.8, -0.6, 0])).toBe('LA');
    expect(letters([0.99, -0.14, 0])).toBe('L');
  });

  test.each([
    // What it is, Image Orientation (Patient), and the letters from the top clockwise.
    ['axial, supine', [1, 0, 0, 0, 1, 0], 'A L P R'],
    ['axial, prone, shown as it lies', [-1, 0, 0, 0, -1, 0], 'P R A L'],
    ['axial, lying on the left side, shown as it lies', [0, 1, 0, -1, 0, 0], 'L P R A'],
    ['axial, lying on the right side, shown as it lies', [0, -1, 0, 1, 0, 0], 'R A L P'],
    ['axial, seen from the head', [-1, 0, 0, 0, 1, 0], 'A R P L'],
    ['coronal', [1, 0, 0, 0, 0, -1], 'H L F R'],
    ['sagittal', [0, 1, 0, 0, 0, -1], 'H P F A'],
    ['oblique coronal', [0.8, 0.6, 0, 0, 0, -1], 'H LP F RA'],
    ['double oblique', [0.8, 0.6, 0, 0.36, -0.48, -0.8], 'HPR LP FAL RA'],
    ['axial with a gantry tilt of 12 degrees', [1, 0, 0, 0, 0.97815, 0.20791], 'A L P R'],
    ['axial with rounding noise', [1, 0.00001, 0, 0, 0.99999, -0.00001], 'A L P R'],
  ] as const)('are right: %s', (_, orientation, expected) => {
    const edges = edgesOf(kindOf({ orientation: [...orientation] }), still);
    expect([edges?.top, edges?.right, edges?.bottom, edges?.left].join(' ')).toBe(expected);
  });

  test.each([
    // Degrees clockwise and horizontal flip after it (PS3.3 C.10.6), of an axial slice.
    [0, false, 'A L P R'],
    [90, false, 'R A L P'],
    [180, false, 'P R A L'],
    [270, false, 'L P R A'],
    [0, true, 'A R P L'],
    [90, true, 'R P L A'],
    [180, true, 'P L A R'],
    [270, true, 'L A R P'],
  ] as const)('follow a presentation state that turns by %i degrees, flipped: %s', (rotation, flip, expected) => {
    const edges = edgesOf(kindOf(), turnOf({ rotation, flip }));
    expect([edges?.top, edges?.right, edges?.bottom, edges?.left].join(' ')).toBe(expected);
  });

  test('come from Patient Orientation where there are no cosines', () => {
    const kind = kindOf({ orientation: null, patientOrientation: ['L', 'F'] });
    expect(edgesOf(kind, still)).toEqual({ top: 'H', right: 'L', bottom: 'F', left: 'R' });
    const oblique = kindOf({ orientation: null, patientOrientation: ['PL', 'FA'] });
    expect(edgesOf(oblique, still)).toEqual({ top: 'HP', right: 'PL', bottom: 'FA', left: 'AR' });
  });

  test('of an animal on four feet are in its own words, where R is rostral and L lateral', () => {
    const animal = (across: string, down: string) =>
      edgesOf(kindOf({ orientation: null, patientOrientation: [across, down], quadruped: true }), still);
    expect(animal('LE', 'CD')).toEqual({ top: 'CR', right: 'LE', bottom: 'CD', left: 'RT' });
    expect(animal('CDV', 'RT')).toEqual({ top: 'LE', right: 'CDV', bottom: 'RT', left: 'CRD' });
    expect(animal('R', 'V')).toEqual({ top: 'D', right: 'R', bottom: 'V', left: 'CD' });
    expect(animal('M', 'DI')).toEqual({ top: 'PR', right: 'M', bottom: 'DI', left: 'L' });
    // What faces dorsal depends on the part of the body.
    expect(animal('LE', 'D')).toEqual({ top: '', right: 'LE', bottom: 'D', left: 'RT' });
    expect(edgesOf(kindOf({ quadruped: true }), still)).toBeNull();
  });

  test('are not invented', () => {
    expect(edgesOf(kindOf({ orientation: null }), still)).toBeNull();
    const odd = kindOf({ orientation: null, patientOrientation: ['CRANIAL', 'F'] });
    expect(edgesOf(odd, still)).toEqual({ top: 'H', right: '', bottom: 'F', left: '' });
    const words = (across: string, down: string) =>
      edgesOf(kindOf({ orientation: null, patientOrientation: [across, down] }), still);
    expect(words('LR', 'F')).toEqual({ top: 'H', right: '', bottom: 'F', left: '' });
    expect(words('L', 'R')).toBeNull();
    expect(words('l', 'LL')).toBeNull();
    expect(words('LE', 'RT')).toBeNull();
  });

  test('are not made of cosines that span no plane', () => {
    for (const orientation of [
      [0, 0, 0, 0, 0, 0],
      [1, 0, 0, 1, 0, 0],
      [1, 0, 0, 0, 0.5, 0],
    ]) {
      expect(edgesOf(kindOf({ orientation }), still)).toBeNull();
      expect(edgesOf(kindOf({ orientation, patientOrientation: ['L', 'P'] }), still)?.right).toBe('L');
    }
  });
});
