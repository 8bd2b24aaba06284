// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { markOf } from '../testing/measure';
import { kindOf, seriesOf, spacingOf } from '../testing/study';
import { handlesOf, withHandleAt } from './handles';
import type { Mark } from './mark';
import { readingOf, regionOf } from './reading';
import type { Tally } from './tally';
import { linesOf } from './words';

const tally = (change: Partial<Tally> = {}): Tally => ({
  count: 100,
  padding: 0,
  min: 1000,
  max: 1100,
  mean: 1064,
  deviation: 12,
  ...change,
});

const figures = (one: Mark, kind = kindOf(), values: readonly Tally[] | null = null, modality = 'CT') => {
  const reading = readingOf(one, seriesOf(1, kind, { modality }), kind, values);
  return { ...reading, shown: Object.fromEntries(reading.figures.map(({ name, shown }) => [name, shown])) };
};

describe('a reading', () => {
  test('of a length has a unit and a source', () => {
    expect(figures(markOf('length', [0, 0], [100, 0]))).toMatchObject({
      shown: { Length: '70.0 mm' },
      source: 'Pixel Spacing',
    });
    const none = figures(markOf('length', [0, 0], [30, 40]), kindOf({ spacing: null }));
    expect(none).toMatchObject({ shown: { Length: '50.0 px' }, source: 'no spacing: pixels' });
  });

  test('of a Cobb angle gives the supplement too: a curve may be beyond 90 degrees', () => {
    const angle = figures(markOf('cobb', [0, 0], [10, 0], [0, 50], [10, 60]));
    expect(angle.shown).toEqual({ Cobb: '45.0°', supplement: '135.0°' });
  });

  test('of a region says all of it beside the mark, in a small pane its mean', () => {
    const one = markOf('rectangle', [20, 20], [10, 10]);
    const reading = figures(one, kindOf({ spacing: spacingOf(0.5, 1) }), [tally()]);
    expect(linesOf(one, reading)).toEqual(['Mean 40.0 HU · SD 12.0 HU', '−24 HU … 76 HU', '50.0 mm² · 100 px']);
    expect(linesOf(one, reading, true)).toEqual(['Mean 40.0 HU']);
    expect(linesOf(one, figures(one, kindOf({ spacing: spacingOf(0.5, 1) })), true)).toEqual(['50.0 mm²']);
  });

  test('of a region has rescaled statistics, an area and a number of pixels', () => {
    const kind = kindOf({ spacing: spacingOf(0.5, 1), pixelAspect: 0.5 });
    expect(figures(markOf('rectangle', [20, 20], [10, 10]), kind, [tally()]).shown).toEqual({
      Mean: '40.0 HU',
      SD: '12.0 HU',
      Min: '−24 HU',
      Max: '76 HU',
      Area: '50.0 mm²',
      Pixels: '100 px',
    });
    const ellipse = figures(markOf('ellipse', [10, 10], [20, 20]), kind, [tally()]);
    expect(ellipse.figures.find(({ name }) => name === 'Area')?.value).toBeCloseTo((50 * Math.PI) / 4, 12);
  });

  test('of a region under a negative slope turns least and greatest round', () => {
    const kind = kindOf({ slope: -0.5, intercept: 10, unit: null });
    const { shown } = figures(markOf('rectangle', [0, 0], [9, 9]), kind, [tally()], 'MR');
    expect(shown).toMatchObject({ Min: '−540.0', Max: '−490.0', SD: '6.00' });
  });

  test('of a region without exact values says so and has no statistics', () => {
    const reading = figures(markOf('ellipse', [0, 0], [10, 10]));
    expect(reading.note).toBe('preview: no values');
    expect(Object.keys(reading.shown)).toEqual(['Area']);
  });

  test('of a region without spacing has its area in pixels, whatever their shape', () => {
    const kind = kindOf({ spacing: null, pixelAspect: 2 });
    expect(figures(markOf('rectangle', [0, 0], [10, 10]), kind, [tally()]).shown['Area']).toBe('100 px²');
  });

  test('of a probe is the value with its unit, and what is stored', () => {
    const probe = figures(markOf('probe', [10.7, 20.2]), kindOf(), [tally({ count: 1, mean: 1064 })]);
    expect(probe.shown).toEqual({ Value: '40 HU', stored: '1064' });
    expect(regionOf(markOf('probe', [10.7, 20.2]))?.box).toEqual({ x: 10, y: 20, width: 1, height: 1 });
  });

  test('of a probe says when it is on padding, outside, or on values that were rounded', () => {
    expect(figures(markOf('probe', [0, 0]), kindOf(), [tally({ count: 0, padding: 1 })]).note).toContain('padding');
    expect(figures(markOf('probe', [-3, 0]), kindOf(), [tally({ count: 0 })]).note).toBe('outside the image');
    const rounded = kindOf({ reduction: { base: 0, step: 0.25, exact: false } });
    expect(figures(markOf('probe', [0, 0]), rounded, [tally({ count: 1 })]).note).toContain('rounded');
  });

  test('of values whose unit nobody stated has none', () => {
    expect(figures(markOf('probe', [0, 0]), kindOf({ unit: 'US' }), [tally({ count: 1 })], 'MR').shown['Value']).toBe(
      '40',
    );
  });
});

describe('the corners of a region', () => {
  test('are four, and the one across from the hand stays', () => {
    const box = markOf('ellipse', [10, 10], [20, 30]);
    expect(handlesOf(box)).toHaveLength(4);
    const pulled = withHandleAt(box, 1, { x: 25, y: 5 });
    expect(regionOf(pulled)?.box).toEqual({ x: 10, y: 5, width: 15, height: 25 });
  });

  test('of a line are its ends', () => {
    expect(withHandleAt(markOf('length', [0, 0], [5, 5]), 1, { x: 9, y: 9 }).points[1]).toEqual({ x: 9, y: 9 });
  });
});
