// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { kindOf, radiographKind, seriesOf } from '../testing/study';
import { askFor } from './pieces';
import { tallyOf } from './tally';

const region = (x: number, y: number, width: number, height: number) => ({
  shape: 'rectangle' as const,
  box: { x, y, width, height },
});

test('a region asks for the exact tiles of full resolution that it lies on, and for no other', () => {
  const kind = radiographKind();
  const asked = askFor(seriesOf(1, kind), 0, 0, kind, region(500, 500, 20, 20));
  expect(asked.targets.map(({ url }) => url)).toEqual([
    '/api/v1/instances/2.25.7.1/frames/1/exact/0/0/0?v=f00d',
    '/api/v1/instances/2.25.7.1/frames/1/exact/0/0/1?v=f00d',
    '/api/v1/instances/2.25.7.1/frames/1/exact/0/1/0?v=f00d',
    '/api/v1/instances/2.25.7.1/frames/1/exact/0/1/1?v=f00d',
  ]);
  expect(asked.pieces[3]?.at).toEqual({ x: 512, y: 512, width: 512, height: 512 });
  expect(askFor(seriesOf(1, kind), 0, 0, kind, region(2990, 3590, 30, 30)).pieces[0]?.at).toMatchObject({
    width: 440,
    height: 16,
  });
});

test('a probe outside the image asks for nothing and counts nothing', () => {
  const kind = kindOf();
  const asked = askFor(seriesOf(1, kind), 0, 0, kind, region(-4, 10, 1, 1));
  expect(asked.targets).toEqual([]);
  expect(tallyOf(asked.spec, [])).toEqual([]);
});
