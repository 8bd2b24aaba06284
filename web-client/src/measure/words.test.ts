// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { figure } from './figure';
import type { Mark, MarkKind } from './mark';
import { linesOf } from './words';

const mark = (kind: MarkKind, words = ''): Mark => ({
  id: '1',
  kind,
  place: { instance: '1', frame: 1 },
  points: [{ x: 0, y: 0 }],
  text: words,
});

test('what stands beside a mark is its name, then every figure, uptake on a line of its own', () => {
  const figures = [figure('Value', 2000, 'BQML', 0), figure('stored', 1000, '', 0), figure('SUVbw', 5.123, 'g/ml', 2)];
  expect(linesOf(mark('probe', 'Node'), { figures, source: '', note: '' })).toEqual([
    'Node',
    '2000 BQML (stored 1000)',
    'SUVbw 5.12 g/ml',
  ]);
});

test('a region without values has its area, a colour its channels', () => {
  const area = [figure('Area', 12.5, 'mm²', 1)];
  expect(linesOf(mark('ellipse'), { figures: area, source: '', note: '' })).toEqual(['12.5 mm²']);
  const colour = [figure('R', 1, '', 0), figure('G', 2, '', 0), figure('B', 3, '', 0)];
  expect(linesOf(mark('probe'), { figures: colour, source: '', note: '' })).toEqual(['R 1 G 2 B 3']);
});
