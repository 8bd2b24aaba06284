// SPDX-License-Identifier: Apache-2.0
// Measurements against facts of the file: regions of ultrasound, uptake, Real World Values.
import { describe, expect, test } from 'vitest';
import { NO_MEASURES } from '../contract/measures';
import type { FrameKind, Measures } from '../model/study';
import { markOf, regionOf } from '../testing/measure';
import { kindOf, seriesOf, spacingOf } from '../testing/study';
import type { Mark } from './mark';
import { readingOf } from './reading';
import { type Tally, tallyOf } from './tally';

const measuring = (measures: Partial<Measures>, change: Partial<FrameKind> = {}): FrameKind =>
  kindOf({ ...change, measures: { ...NO_MEASURES, ...measures } });

const read = (one: Mark, kind: FrameKind, tallies: readonly Tally[] | null = null) => {
  const reading = readingOf(one, seriesOf(1, kind, { modality: 'PT' }), kind, tallies);
  return { ...reading, shown: Object.fromEntries(reading.figures.map(({ name, shown }) => [name, shown])) };
};

const tally = (min: number, mean: number, max: number): Tally => ({
  count: 9,
  padding: 0,
  min,
  mean,
  max,
  deviation: 1,
});

describe('lengths in an ultrasound picture', () => {
  const two = measuring(
    { regions: [regionOf(), regionOf({ left: 100, right: 199, deltaX: 0.01, deltaY: 0.01 })] },
    { spacing: spacingOf(9, 9, 'ULTRASOUND_REGION') },
  );

  test('are by the scale of their own region, whatever the sign of its steps', () => {
    expect(read(markOf('length', [10, 10], [50, 10]), two)).toMatchObject({
      shown: { Length: '20.0 mm' },
      source: 'ultrasound region',
    });
    expect(read(markOf('length', [10, 10], [10, 60]), two).figures[0]?.value).toBeCloseTo(10, 12);
    expect(read(markOf('length', [110, 10], [150, 10]), two).figures[0]?.value).toBeCloseTo(4, 12);
    expect(read(markOf('rectangle', [110, 10], [120, 20]), two).figures[0]).toMatchObject({ unit: 'mm²' });
  });

  test('are refused across two regions and outside of all', () => {
    const across = read(markOf('length', [90, 10], [110, 10]), two);
    expect(across).toMatchObject({ shown: { Length: '20.0 px' }, source: 'two ultrasound regions: pixels' });
    const outside = read(markOf('length', [90, 10], [90, 300]), two);
    expect(outside.figures[0]?.unit).toBe('px');
    expect(outside.source).toBe('outside of the ultrasound regions: pixels');
    expect(read(markOf('rectangle', [90, 10], [110, 20]), two).source).toBe('two ultrasound regions: pixels');
  });

  test('are none in a trace of time and speed', () => {
    const trace = measuring({ regions: [regionOf({ unitX: 's', unitY: 'cm/s' })] });
    expect(read(markOf('length', [1, 1], [11, 1]), trace)).toMatchObject({
      shown: { Length: '10.0 px' },
      source: 'no lengths in this ultrasound region: pixels',
    });
  });

  test('need no scale for an angle, but the shape of a pixel, and say whose', () => {
    const angle = read(markOf('angle', [50, 50], [10, 10], [50, 10]), two);
    expect(angle.figures[0]?.value).toBeCloseTo((Math.atan2(0.02, 0.05) * 180) / Math.PI, 10);
    expect(angle.source).toBe('ultrasound region');
  });
});

describe('a length in a radiograph', () => {
  test('says the magnification that was taken out, or that none was', () => {
    const magnified = { ...spacingOf(0.1, 0.1, 'MAGNIFICATION_FACTOR'), magnification: 1.07 };
    expect(read(markOf('length', [0, 0], [100, 0]), kindOf({ spacing: magnified })).source).toBe(
      'in the patient, by magnification factor 1.07',
    );
    const detector = kindOf({ spacing: spacingOf(0.1, 0.1, 'IMAGER_PIXEL_SPACING') });
    expect(read(markOf('length', [0, 0], [100, 0]), detector).source).toBe('at detector, not corrected');
    expect(read(markOf('length', [0, 0], [100, 0]), kindOf({ spacing: null })).figures[0]?.unit).toBe('px');
  });
});

describe('values', () => {
  const uptake = { factor: 0.0005, reason: null, weightKg: 70, doseBq: 1, halfLifeSeconds: 1, decaySeconds: 0 };
  const pet = measuring({ uptake }, { unit: 'BQML', slope: 2, intercept: 0 });

  test('of PET are given as uptake too', () => {
    expect(read(markOf('rectangle', [0, 0], [3, 3]), pet, [tally(1000, 2000, 4000)]).shown).toMatchObject({
      Mean: '4000.0 Bq/ml',
      'SUVbw mean': '2.000 g/ml',
      'SUVbw max': '4.000 g/ml',
    });
    expect(read(markOf('probe', [1, 1]), pet, [tally(2500, 2500, 2500)]).shown).toMatchObject({ SUVbw: '2.500 g/ml' });
  });

  test('of PET say why there is no uptake', () => {
    const kind = measuring({ uptake: { ...uptake, factor: null, reason: 'values are in CNTS, not BQML' } });
    const reading = read(markOf('rectangle', [0, 0], [3, 3]), kind, [tally(1, 2, 3)]);
    expect(reading.note).toBe('no SUV: values are in CNTS, not BQML');
    expect(Object.keys(reading.shown)).not.toContain('SUVbw mean');
  });

  test('in the real world have no mean where a part of the region has no value', () => {
    const mapping = {
      label: 'ADC',
      explanation: null,
      unit: 'mm2/s',
      scheme: 'UCUM',
      unitMeaning: null,
      first: 0,
      last: 2000,
      slope: 1e-6,
      intercept: 0,
      table: null,
    };
    const kind = measuring({ mappings: [mapping] });
    expect(read(markOf('rectangle', [0, 0], [3, 3]), kind, [tally(500, 1000, 1500)]).shown).toMatchObject({
      'ADC mean': '0.001000 mm2/s',
      'ADC max': '0.001500 mm2/s',
    });
    const beyond = read(markOf('rectangle', [0, 0], [3, 3]), kind, [tally(500, 1000, 2500)]);
    expect(Object.keys(beyond.shown)).not.toContain('ADC mean');
    expect(read(markOf('probe', [1, 1]), kind, [tally(2500, 2500, 2500)]).shown).toMatchObject({ ADC: '–' });
  });

  // A known ramp 0..99 over ten columns and rows, slope 0.5, intercept -10: what a count of a region has to give.
  test('of a known ramp are its mean, least, greatest and area', () => {
    const ct = kindOf({ slope: 0.5, intercept: -10, spacing: spacingOf(0.5, 0.5) });
    const values = Uint16Array.from({ length: 100 }, (_, at) => at);
    const region = { shape: 'rectangle', box: { x: 0, y: 0, width: 10, height: 10 } } as const;
    const tile = { at: { x: 0, y: 0, width: 10, height: 10 }, values, channels: 1 };
    const ramp = tallyOf({ region, columns: 10, rows: 10, offset: 0, padding: null }, [tile]);
    expect(
      read(markOf('rectangle', [0, 0], [10, 10]), ct, ramp).figures.map(({ name, value }) => [name, value]),
    ).toEqual([
      ['Mean', 14.75],
      ['SD', expect.closeTo(14.433, 3)],
      ['Min', -10],
      ['Max', 39.5],
      ['Area', 25],
      ['Pixels', 100],
    ]);
  });
});
