// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { kindOf, seriesOf, spacingOf } from '../testing/study';
import { presetsFor } from './presets';
import { scaleBar, sourceWords } from './scaleBar';
import { slicePositionMm } from './slicePosition';

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
    const kind = kindOf({ spacing: spacingOf(0.1, 0.1, 'IMAGER_PIXEL_SPACING') });
    expect(scaleBar(kind, 0.5, false, 300)).toEqual({ length: 250, label: '5 cm at detector' });
  });

  test('say by what a length at the detector was taken to the patient', () => {
    const magnified = { ...spacingOf(0.1, 0.1, 'MAGNIFICATION_FACTOR'), magnification: 1.07 };
    expect(scaleBar(kindOf({ spacing: magnified }), 0.5, false, 300)?.label).toBe('5 cm magnification 1.07 taken out');
    expect(sourceWords({ ...spacingOf(0.1, 0.1, 'DISTANCES'), magnification: 1.25 })).toBe(
      'magnification 1.25 from distances taken out',
    );
    expect(sourceWords({ ...spacingOf(0.1, 0.1, 'CALIBRATED'), calibration: 'FIDUCIAL' })).toBe(
      'calibrated (fiducial)',
    );
    expect(sourceWords(spacingOf(0.1, 0.1, 'CALIBRATED'))).toBe('calibrated');
    expect(sourceWords(spacingOf(0.1, 0.1, 'UNEXPLAINED'))).toBe('calibration not stated');
    expect(sourceWords(spacingOf(0.1, 0.1, 'BEAM_CENTER'))).toBe('at centre of beam');
    expect(sourceWords(spacingOf(0.1, 0.1, 'NOMINAL_SCANNED_PIXEL_SPACING'))).toBe('on film');
    expect(sourceWords(spacingOf(0.1, 0.1))).toBe('');
  });

  test('go along the rows when the picture lies on its side', () => {
    const kind = kindOf({ spacing: spacingOf(0.4, 0.2), pixelAspect: 2 });
    expect(scaleBar(kind, 1, true, 120)?.length).toBeCloseTo(scaleBar(kind, 1, false, 120)?.length ?? 0, 6);
  });

  test('of a slice are along its normal', () => {
    expect(slicePositionMm(kindOf(), [-179.2, -179.2, 149])).toBe(149);
    expect(slicePositionMm(kindOf({ orientation: [0, 1, 0, 0, 0, -1] }), [12, 5, 3])).toBe(-12);
    expect(slicePositionMm(kindOf({ orientation: null }), [1, 2, 3])).toBeNull();
  });
});
