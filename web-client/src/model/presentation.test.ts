// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Json } from '../contract/json';
import { parsePresentation } from '../contract/presentation';
import { kindOf, seriesOf, studyOf } from '../testing/study';
import { keyFrames, nextKeyImage } from './keyImages';
import { graphicPath, placing, shutterPath } from './markShapes';
import { presentedImage, turnOf, viewOf, voiOf } from './presentation';
import { looked, openStudy } from './state';
import { affineOf, toCanvas } from './view';

const document = parsePresentation(
  Json.parse(
    readFileSync(new URL('../../../server/src/test/resources/contract/presentation.json', import.meta.url), 'utf8'),
  ),
);
const image = document.images[0];
if (image === undefined) throw new Error('the example names an image');

describe('a presentation state', () => {
  test('is for the images that it names and for no others', () => {
    const series = seriesOf(2, kindOf(), { series: '2.25.1001.1' });
    const state = openStudy(studyOf(series));
    const at = looked(state);
    if (at === null) throw new Error('there is a picture');
    const [one, two] = series.frames;
    if (one === undefined || two === undefined) throw new Error('two frames');
    expect(presentedImage(document, { ...at, frame: two })).toBe(image);
    expect(presentedImage(document, { ...at, frame: one })).toBeNull();
  });

  test('turns before it flips', () => {
    expect(turnOf({ rotation: 90, flip: false })).toEqual({ flipped: false, quarters: 1 });
    const turn = turnOf({ rotation: 90, flip: true });
    const picture = { columns: 2, rows: 2, pixelAspect: 1 };
    const map = affineOf({ zoom: { mode: 'fit' }, turn }, picture, { width: 2, height: 2 });
    // Turned right, the top left goes to the top right; flipped, back to the top left.
    expect(toCanvas(map, { x: 0, y: 0 })).toEqual({ x: 0, y: 0 });
    expect(toCanvas(map, { x: 2, y: 0 })).toEqual({ x: 0, y: 2 });
  });

  test('puts its window in force and its area on the canvas', () => {
    expect(voiOf(document, image)).toMatchObject({ center: -600, width: 1500, function: 'LINEAR' });
    const view = viewOf(document, image, kindOf(), { width: 512, height: 256 }, 1);
    expect(view.zoom).toEqual({ mode: 'free', scale: 1, centerX: 0.25, centerY: 0.5 });
  });

  test('draws with a table when it has one', () => {
    const table = { ...image, look: { window: null, table: '3f8a1c5d2e4b6079', negative: false } };
    expect(voiOf(document, table)?.lut?.entries).toHaveLength(4);
  });
});

describe('what is drawn over the picture', () => {
  const map = { a: 2, b: 0, c: 0, d: 2, e: 10, f: 20 };

  test('graphics in pixels follow the image, those of the display its area', () => {
    const place = placing(map, kindOf({ rows: 100, columns: 100 }), null);
    expect(place([1, 1], 'PIXEL')).toEqual({ x: 11, y: 21 });
    expect(place([0.5, 1], 'DISPLAY')).toEqual({ x: 110, y: 220 });
  });

  test('every kind of graphic is a path', () => {
    const place = placing(map, kindOf(), null);
    const path = (type: 'POINT' | 'POLYLINE' | 'INTERPOLATED' | 'CIRCLE' | 'ELLIPSE', points: number[][]) =>
      graphicPath({ type, units: 'PIXEL', filled: false, points }, place);
    expect(
      path('POLYLINE', [
        [1, 1],
        [2, 1],
      ]),
    ).toBe('M11 21L13 21');
    expect(
      path('CIRCLE', [
        [10, 10],
        [12, 10],
      ]),
    ).toBe('M25 39A4 4 0 1 0 33 39A4 4 0 1 0 25 39');
    expect(
      path('ELLIPSE', [
        [8, 10],
        [12, 10],
        [10, 9],
        [10, 11],
      ]),
    ).toBe('M25 39A4 2 0 1 0 33 39A4 2 0 1 0 25 39');
    expect(
      path('INTERPOLATED', [
        [1, 1],
        [2, 2],
        [3, 1],
      ]),
    ).toMatch(/^M11 21C.* 13 23C.* 15 21$/);
    expect(path('POINT', [[1, 1]])).toBe('M8 21H14M11 18V24');
  });

  test('what a state holds as a bitmap is a picture, and nothing else is taken for one', () => {
    expect(document.bitmaps[document.images[0]?.bitmap ?? '']).toMatch(/^data:image\/png/);
    const file = readFileSync(
      new URL('../../../server/src/test/resources/contract/presentation.json', import.meta.url),
      'utf8',
    );
    expect(() => parsePresentation(Json.parse(file.replace('data:image/png', 'https://elsewhere')))).toThrow();
  });

  test('a shutter covers all but what it leaves open', () => {
    const none = { left: null, right: null, upper: null, lower: null, row: null, column: null, radius: null };
    const kind = kindOf({ rows: 10, columns: 10 });
    const rectangle = {
      ...none,
      shape: 'RECTANGULAR' as const,
      left: 2,
      right: 9,
      upper: 1,
      lower: 10,
      vertices: null,
      grey: 0,
    };
    expect(shutterPath(rectangle, kind)).toBe('M0 0H10V10H0ZM2 1H8V9H2Z');
    const circle = { ...none, shape: 'CIRCULAR' as const, row: 5, column: 5, radius: 2, vertices: null, grey: 0 };
    expect(shutterPath(circle, kind)).toBe('M0 0H10V10H0ZM2.5 4.5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0Z');
  });
});

test('key images are found one after the other, round the end of the study', () => {
  const marked = {
    instance: '2.25.5',
    version: 'a',
    title: 'Key',
    description: '',
    frames: [{ series: 1, frames: [2, 0] }],
  };
  const study = { ...studyOf(seriesOf(3), seriesOf(4)), keyObjects: [marked] };
  expect(keyFrames(study, 1)).toEqual([0, 2]);
  expect(nextKeyImage(study, 0, 1)).toEqual({ series: 1, frame: 0 });
  expect(nextKeyImage(study, 1, 0)).toEqual({ series: 1, frame: 2 });
  expect(nextKeyImage(study, 1, 2)).toEqual({ series: 1, frame: 0 });
  expect(nextKeyImage(studyOf(seriesOf(3)), 0, 1)).toBeNull();
});
