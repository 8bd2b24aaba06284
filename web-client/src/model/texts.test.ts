// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { kindOf, seriesOf } from '../testing/study';
import { ageText, dateText, nhsText } from './patientText';
import { presetsFor } from './presets';
import { scaleBar } from './scaleBar';
import { slicePositionMm } from './slicePosition';

describe('the patient', () => {
  test('is born on a date that cannot be misread', () => {
    expect(dateText('1957-03-14')).toBe('14-Mar-1957');
    expect(dateText('1957-13-14')).toBe('1957-13-14');
    expect(dateText(null)).toBe('');
  });

  test('has an age on the day of the study', () => {
    expect(ageText('1957-03-14', '2026-03-13')).toBe('68 y');
    expect(ageText('1957-03-14', '2026-03-14')).toBe('69 y');
    expect(ageText('2025-10-01', '2026-09-30')).toBe('11 m');
    expect(ageText('2026-09-01', '2026-09-30')).toBe('29 d');
    expect(ageText('2027-01-01', '2026-01-01')).toBe('');
  });

  test('has an NHS number in threes', () => {
    expect(nhsText('9990000018')).toBe('999 000 0018');
  });
});

describe('presets', () => {
  test('are the windows of the image, then those of CT in Hounsfield units, none twice', () => {
    const series = seriesOf(1);
    const labels = presetsFor(series, kindOf()).map((preset) => preset.label);
    expect(labels.slice(0, 3)).toEqual(['Mediastinum', 'Lung', 'Bone']);
    expect(labels).not.toContain('Soft tissue');
  });

  test('of CT are not offered where values are no Hounsfield units, and none for colour', () => {
    const series = seriesOf(1, kindOf(), { modality: 'MR' });
    expect(presetsFor(series, kindOf({ unit: null })).map((preset) => preset.id)).toEqual(['own-0']);
    expect(presetsFor(series, kindOf({ format: 'RGB8' }))).toEqual([]);
  });
});

describe('millimetres', () => {
  test('need a spacing: no spacing, no scale bar', () => {
    expect(scaleBar(kindOf({ spacing: null }), 1, false, 200)).toBeNull();
  });

  test('are a round length, and say when they hold at the detector', () => {
    const kind = kindOf({ spacing: { row: 0.1, column: 0.1, source: 'IMAGER_PIXEL_SPACING' } });
    expect(scaleBar(kind, 0.5, false, 300)).toEqual({ length: 250, label: '5 cm at detector' });
  });

  test('go along the rows when the picture lies on its side', () => {
    const kind = kindOf({ spacing: { row: 0.4, column: 0.2, source: 'PIXEL_SPACING' }, pixelAspect: 2 });
    expect(scaleBar(kind, 1, true, 120)?.length).toBeCloseTo(scaleBar(kind, 1, false, 120)?.length ?? 0, 6);
  });

  test('of a slice are along its normal', () => {
    expect(slicePositionMm(kindOf(), [-179.2, -179.2, 149])).toBe(149);
    expect(slicePositionMm(kindOf({ orientation: [0, 1, 0, 0, 0, -1] }), [12, 5, 3])).toBe(-12);
    expect(slicePositionMm(kindOf({ orientation: null }), [1, 2, 3])).toBeNull();
  });
});
