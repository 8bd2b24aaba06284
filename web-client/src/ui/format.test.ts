// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { age, bytes, isoDay, nhsNumber, percent, shortDate, shortInstant } from './format';

test('a date cannot be misread', () => {
  expect(shortDate('2026-11-24')).toBe('24-Nov-2026');
  expect(shortDate('1957-13-14')).toBe('1957-13-14');
  expect(shortInstant('yesterday')).toBe('yesterday');
  expect(isoDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

test('an NHS number is written in its groups', () => {
  expect(nhsNumber('9990000018')).toBe('999 000 0018');
});

test('age is said as clinicians say it', () => {
  expect(age('1957-03-14', '2026-11-25')).toBe('69y');
  expect(age('1957-11-26', '2026-11-25')).toBe('68y');
  expect(age('2024-11-26', '2026-11-25')).toBe('23m');
  expect(age('2026-10-01', '2026-11-25')).toBe('7w');
  expect(age('2026-11-20', '2026-11-25')).toBe('5d');
  expect(age('2027-01-01', '2026-11-25')).toBe('');
});

test('bytes are rounded as people read them', () => {
  expect([0, 999, 1000, 9_949, 83_000_000, 999_600, 1.5e12].map(bytes)).toEqual([
    '0 B',
    '999 B',
    '1.0 kB',
    '9.9 kB',
    '83 MB',
    '1.0 MB',
    '1.5 TB',
  ]);
});

test('only all of it is 100 %', () => {
  expect([0, 0.636, 0.9999, 1].map(percent)).toEqual([0, 63, 99, 100]);
});
