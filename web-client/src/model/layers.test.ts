// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { seriesOf, studyOf } from '../testing/study';
import { framesUnder, isLayersOnly, layersOfSeries, layersOver, layerUrl, lookOf } from './layers';
import type { StudyLayer } from './study';

const layer = (change: Partial<StudyLayer> = {}): StudyLayer => ({
  layer: '2.25.9',
  version: 'beef0001',
  kind: 'SEGMENTATION',
  label: 'Lungs',
  unit: null,
  parts: [{ number: 1, label: 'Left lung', color: '#56b4e9' }],
  frames: [{ series: 0, frames: [1, 2] }],
  ...change,
});

const study = { ...studyOf(seriesOf(4), seriesOf(2)), layers: [layer()] };

test('a layer lies over the frames that it names and over no others', () => {
  expect([0, 1, 2, 3].map((frame) => layersOver(study, 0, frame).length)).toEqual([0, 1, 1, 0]);
  expect(layersOver(study, 1, 1)).toEqual([]);
  expect(layersOfSeries(study, 0)).toEqual([layer()]);
  expect(layersOfSeries(study, 1)).toEqual([]);
  expect(framesUnder(layer(), 0)).toEqual([1, 2]);
});

test('a series of nothing but layers is not offered as pictures, one that fits nowhere is', () => {
  const own = seriesOf(1, undefined, {
    series: '2.25.9',
    instances: [{ instance: '2.25.9', version: 'a', number: 1, video: null, frameTimeMs: null, frameTimesMs: [] }],
  });
  const seg = { ...studyOf(seriesOf(4), own), layers: [layer()] };
  expect([isLayersOnly(seg, 0), isLayersOnly(seg, 1)]).toEqual([false, true]);
  expect(isLayersOnly({ ...seg, layers: [] }, 1)).toBe(false);
  expect(isLayersOnly({ ...seg, layers: [layer({ kind: 'MAP' })] }, 1)).toBe(false);
});

test('its address changes with the image and with the layer', () => {
  expect(layerUrl(seriesOf(4), 1, layer())).toBe('/api/v1/instances/2.25.7.2/frames/1/layers/2.25.9?v=f00dbeef0001');
});

test('outlines and areas are seen at once, dose and maps when asked for', () => {
  const isOn = (kind: StudyLayer['kind']) => lookOf({}, layer({ kind })).on;
  expect([isOn('STRUCTURES'), isOn('SEGMENTATION'), isOn('DOSE'), isOn('MAP')]).toEqual([true, true, false, false]);
  expect(lookOf({ '2.25.9': { on: false, opacity: 0.2 } }, layer())).toEqual({ on: false, opacity: 0.2 });
});
