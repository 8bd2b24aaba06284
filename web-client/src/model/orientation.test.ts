// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { kindOf } from '../testing/study';
import { edgesOf, letters } from './orientation';

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

  test('come from Patient Orientation where there are no cosines', () => {
    const kind = kindOf({ orientation: null, patientOrientation: ['L', 'F'] });
    expect(edgesOf(kind, still)).toEqual({ top: 'H', right: 'L', bottom: 'F', left: 'R' });
  });

  test('are not invented', () => {
    expect(edgesOf(kindOf({ orientation: null }), still)).toBeNull();
    const odd = kindOf({ orientation: null, patientOrientation: ['CRANIAL', 'F'] });
    expect(edgesOf(odd, still)).toEqual({ top: 'H', right: '', bottom: 'F', left: '' });
  });
});
