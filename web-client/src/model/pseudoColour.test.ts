// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { kindOf } from '../testing/study';
import { channelsOf, gradientOf, rangeOf } from './pseudoColour';

/** From blue to red. */
const palette = btoa(Array.from({ length: 256 }, (_, level) => String.fromCharCode(level, 0, 255 - level)).join(''));

describe('pseudo-colour', () => {
  test('gives each of 256 levels its own colour', () => {
    const [red, green, blue] = channelsOf(palette).map((channel) => channel.split(' ').map(Number));
    expect(red).toHaveLength(256);
    expect(red?.[0]).toBe(0);
    expect(red?.[51]).toBeCloseTo(0.2, 4);
    expect(blue?.[51]).toBeCloseTo(0.8, 4);
    expect(new Set(green)).toEqual(new Set([0]));
  });

  test('shows its ends in the legend', () => {
    expect(gradientOf(palette)).toMatch(/^linear-gradient\(to right, rgb\(0 0 255\), .*rgb\(255 0 0\)\)$/);
  });

  test('says what the ends stand for only where a window says it', () => {
    const kind = { ...kindOf(), unit: 'HU' };
    expect(rangeOf(kind, { center: 40, width: 400, function: 'LINEAR' })).toEqual(['-160 HU', '240 HU']);
    expect(rangeOf(kind, { center: 40, width: 400, function: 'SIGMOID' })).toBeNull();
    expect(rangeOf(kind, null)).toBeNull();
  });
});
