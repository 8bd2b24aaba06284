// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { arrivalWords, countWords, isArriving, nextLookMs } from './arrival';

const LAST = Date.parse('2026-11-25T10:00:00Z');
const arrival = (have: number, expected: number | null) => ({ have, expected, lastAt: '2026-11-25T10:00:00Z' });

test('a study that is whole is not spoken of', () => {
  expect(arrivalWords(null, LAST)).toBe('');
  expect(arrivalWords(arrival(320, 320), LAST + 1000)).toBe('');
  expect(isArriving(arrival(320, 320), LAST + 1000)).toBe(false);
});

test('how many of how many, and when the last one came', () => {
  expect(arrivalWords(arrival(142, 320), LAST + 27_000)).toBe('142 of 320 images, last 20 s ago');
  expect(arrivalWords(arrival(142, 320), LAST + 3_000)).toBe('142 of 320 images, last just now');
  expect(arrivalWords(arrival(142, 320), LAST + 200_000)).toBe('142 of 320 images, last 3 min ago');
  expect(arrivalWords(arrival(142, 320), LAST + 3 * 3_600_000)).toBe('142 of 320 images, last 3 h ago');
  expect(arrivalWords(arrival(142, 320), LAST + 72 * 3_600_000)).toBe('142 of 320 images, last 3 days ago');
  expect(arrivalWords({ have: 1, expected: 2, lastAt: null }, LAST)).toBe('1 of 2 images');
  expect(countWords(arrival(142, 320), LAST)).toBe('142 of 320 images');
});

test('where nobody said how many there are, it is arriving for a minute', () => {
  expect(arrivalWords(arrival(142, null), LAST + 30_000)).toBe('142 images so far, last 30 s ago');
  expect(arrivalWords(arrival(142, null), LAST + 61_000)).toBe('');
  expect(arrivalWords(arrival(321, 320), LAST + 5_000)).toBe('321 images so far, last just now');
});

test('it is looked at often while more may come, then seldom', () => {
  expect(nextLookMs(arrival(142, 320), LAST + 120_000)).toBe(5_000);
  expect(nextLookMs(arrival(142, 320), LAST + 3_600_000)).toBe(60_000);
  expect(nextLookMs(arrival(320, 320), LAST)).toBe(60_000);
});
