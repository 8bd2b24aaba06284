// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { radiographKind, seriesOf, studyOf } from '../testing/study';
import { carried } from './carry';
import { reduce } from './reduce';
import { looked, openStudy } from './state';

const few = seriesOf(100);
const film = seriesOf(1, radiographKind(), { series: '2.25.8', modality: 'DX' });

test('a study that grew is looked at where it was', () => {
  let before = openStudy(studyOf(few));
  before = reduce(before, { do: 'frame', index: 70 });
  before = reduce(before, { do: 'tool', tool: 'window' });
  before = reduce(before, { do: 'invert' });
  const all = seriesOf(300);
  const turned = {
    ...all,
    instances: [...all.instances].reverse(),
    frames: [...all.frames].reverse().map((frame) => ({ ...frame, instance: 299 - frame.instance })),
  };
  const after = carried(before, studyOf(film, turned));
  expect(after.current).toBe(1);
  const [then, now] = [looked(before), looked(after)];
  expect(now?.series.instances[now.frame.instance]?.instance).toBe(
    then?.series.instances[then.frame.instance]?.instance,
  );
  expect(now?.own.frame).toBe(229);
  expect(now?.own.negative).toBe(true);
  expect(after.tool).toBe('window');
  expect(after.bySeries).toHaveLength(2);
});

test('what is looked at is gone: the study opens anew', () => {
  const after = carried(openStudy(studyOf(few)), studyOf(film));
  expect(after.current).toBe(0);
  expect(after.bySeries).toHaveLength(1);
});
