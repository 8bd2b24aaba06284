// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { omittedLines } from './omitted';

test('objects without picture are told by reason, the most frequent first', () => {
  const of = (reason: string) => ({ instance: '2.25.9', sopClass: '1.2', reason });
  expect(omittedLines([of('Report'), of('Cut off'), of('Cut off')])).toEqual([
    { reason: 'Cut off', count: 2 },
    { reason: 'Report', count: 1 },
  ]);
});
