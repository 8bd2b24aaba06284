// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { summaryOf } from '../contract/summaryOf';
import { seriesOf, studyOf } from './study';

test('a study that no list has named yet has its line from its descriptor', () => {
  const omitted = [{ instance: '2.25.9', sopClass: '1.2', reason: 'Report' }];
  const study = { ...studyOf(seriesOf(3), seriesOf(2, undefined, { series: '2.25.8' })), omitted };
  expect(summaryOf(study)).toMatchObject({
    study: '2.25.1',
    patient: study.patient,
    modalities: ['CT'],
    series: 2,
    instances: 6,
    readiness: null,
    arrival: null,
  });
});
