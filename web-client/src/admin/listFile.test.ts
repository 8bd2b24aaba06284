// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { appended, textOf } from './listFile';

const bytes = (...values: number[]) => new Uint8Array(values);

test('text is read in what spreadsheets save it in', () => {
  expect(textOf(new TextEncoder().encode('999 000 0018;Zoë'))).toBe('999 000 0018;Zoë');
  expect(textOf(bytes(0x5a, 0x6f, 0xeb))).toBe('Zoë');
  expect(textOf(bytes(0xff, 0xfe, 0x41, 0x00, 0x0a, 0x00))).toBe('A\n');
});

test('a workbook is no text', () => {
  expect(textOf(bytes(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00))).toBeNull();
});

test('the heading of a file stays the first line', () => {
  expect(appended('', 'NHS number\n1\n')).toBe('NHS number\n1\n');
  expect(appended('A17\n', 'NHS number\n1\n')).toBe('NHS number\n1\nA17\n');
});
