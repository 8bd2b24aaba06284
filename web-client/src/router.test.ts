// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { placeOf, studyPath } from './router';

test('a study has its own address', () => {
  expect(placeOf(studyPath('2.25.1001'))).toEqual({ kind: 'study', study: '2.25.1001' });
});

test('what is no UID leads home', () => {
  for (const path of ['/', '/study/', '/study/../x', '/study/abc', `/study/${'1'.repeat(65)}`]) {
    expect(placeOf(path)).toEqual({ kind: 'home' });
  }
});
