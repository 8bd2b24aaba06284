// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { NO_MEASURES } from '../contract/measures';
import { kindOf } from '../testing/study';
import type { RealWorldMapping } from './study';
import { storedOf, unitWords, valueScales } from './values';

const mappingOf = (change: Partial<RealWorldMapping> = {}): RealWorldMapping => ({
  label: 'ADC',
  explanation: null,
  unit: 'mm2/s',
  scheme: 'UCUM',
  unitMeaning: null,
  first: 0,
  last: 4095,
  slope: 1e-6,
  intercept: 0,
  table: null,
  ...change,
});

const none = { valueTables: {} };
const withMapping = (change: Partial<RealWorldMapping>) =>
  kindOf({ measures: { ...NO_MEASURES, mappings: [mappingOf(change)] } });

describe('values', () => {
  test('of CT are in Hounsfield units, exactly', () => {
    const [own] = valueScales(none, kindOf({ slope: 0.1, intercept: -1024 }));
    expect(own?.of(11)).toBe(11 * 0.1 - 1024);
    expect(own?.unit).toBe('HU');
  });

  test('of PET become uptake by the factor of their own slice', () => {
    const uptake = {
      factor: 0.0002,
      reason: null,
      weightKg: 70,
      doseBq: 350e6,
      halfLifeSeconds: 6586.2,
      decaySeconds: 0,
    };
    const slice = (slope: number) =>
      kindOf({ slope, intercept: 0, unit: 'BQML', measures: { ...NO_MEASURES, uptake } });
    const [own, suv] = valueScales(none, slice(2.5));
    expect(own?.unit).toBe('Bq/ml');
    expect(own?.of(4000)).toBe(10000);
    expect(suv).toMatchObject({ name: 'SUVbw', unit: 'g/ml' });
    expect(suv?.of(4000)).toBe(2);
    expect(valueScales(none, slice(5))[1]?.of(4000)).toBe(4);
  });

  test('have no uptake where a fact is missing', () => {
    const uptake = {
      factor: null,
      reason: "Patient's Weight (0010,1030) is not stated",
      weightKg: null,
      doseBq: 1e8,
      halfLifeSeconds: null,
      decaySeconds: null,
    };
    expect(valueScales(none, kindOf({ measures: { ...NO_MEASURES, uptake } }))).toHaveLength(1);
  });

  test('in the real world are of stored values, within the range that is mapped', () => {
    const [, adc] = valueScales(none, withMapping({ first: 10, last: 20 }));
    expect(adc).toMatchObject({ name: 'ADC', unit: 'mm2/s' });
    expect([adc?.of(10), adc?.of(20)]).toEqual([10 * 1e-6, 20 * 1e-6]);
    expect([adc?.of(9), adc?.of(21)]).toEqual([null, null]);
  });

  test('in the real world may come from a table', () => {
    const valueTables = { t: { entries: 'AAAAAAAAAAAAAAAAAADwPw==' } };
    const [, mapped] = valueScales(
      { valueTables },
      withMapping({ first: -1, last: 0, slope: null, intercept: null, table: 't' }),
    );
    expect([mapped?.of(-1), mapped?.of(0), mapped?.of(1)]).toEqual([0, 1, null]);
    expect(mapped?.linear).toBe(false);
  });

  test('behind a reduction are of the stored value, not of the tile', () => {
    const kind = kindOf({
      reduction: { base: -0.5, step: 0.25, exact: true },
      measures: { ...NO_MEASURES, mappings: [mappingOf({ first: -1, last: 1, slope: 2, intercept: 1 })] },
    });
    expect(storedOf(kind, 3)).toBe(0.25);
    expect(valueScales(none, kind)[1]?.of(3)).toBe(1.5);
  });

  test('of colour are none', () => {
    expect(valueScales(none, kindOf({ format: 'RGB8' }))).toEqual([]);
  });

  test('have units as people write them', () => {
    expect(['BQML', 'CNTS', "[hnsf'U]", 'mm2/s', '1', null].map(unitWords)).toEqual([
      'Bq/ml',
      'counts',
      'HU',
      'mm2/s',
      '',
      '',
    ]);
  });
});
