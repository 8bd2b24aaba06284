// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { seriesOf, studyOf } from '../testing/study';
import { openingOf } from './opening';

const study = studyOf(seriesOf(3), seriesOf(5, undefined, { series: '2.25.8' }));

test('a link to an image leads to its series and frame', () => {
  expect(openingOf(study, '?instance=2.25.8.4')).toEqual({ kind: 'frame', series: 1, frame: 3 });
});

test('a frame or an object that is not there leads nowhere', () => {
  expect(openingOf(study, '?instance=2.25.8.4&frame=2')).toBeNull();
  expect(openingOf(study, '?instance=2.25.99')).toBeNull();
  expect(openingOf(study, '')).toBeNull();
});
