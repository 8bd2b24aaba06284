// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Upload } from '../contract/uploads';
import { lineWords, partOf } from './words';

const RESULT = { items: 0, of: -1, added: 0, duplicates: 0, conflicts: 0, rejected: 0, studies: [], problems: [] };
const upload = (change: Partial<Upload>): Upload => ({
  upload: 'u',
  name: 'ct.zip',
  key: 'k',
  bytes: 2_000_000,
  received: 500_000,
  begun: '2026-11-25T07:10:00Z',
  state: 'receiving',
  result: RESULT,
  ...change,
});
const words = (change: Partial<Upload>, here: 'sending' | 'waiting' | 'away' = 'away') =>
  lineWords({ upload: upload(change), here, failure: '' });

test('each state has its sentence', () => {
  expect(words({}, 'sending')).toBe('Sending: 500 kB of 2.0 MB');
  expect(words({})).toBe('500 kB of 2.0 MB are there. Choose the same files again to go on.');
  expect(words({ state: 'reading', result: { ...RESULT, items: 3, of: 9 } })).toBe('Storing: 3 of 9 files looked at');
  expect(words({ state: 'done', result: { ...RESULT, added: 300, rejected: 1 } })).toBe(
    '300 images and documents added; 1 not taken.',
  );
  expect(words({ state: 'done', result: { ...RESULT, rejected: 2 } })).toBe('Nothing in it could be taken.');
});

test('how far it is', () => {
  expect(partOf(upload({}))).toBe(0.25);
  expect(partOf(upload({ state: 'reading' }))).toBeNull();
  expect(partOf(upload({ state: 'reading', result: { ...RESULT, items: 3, of: 6 } }))).toBe(0.5);
});
