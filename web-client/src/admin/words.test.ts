// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { text } from '../ui/text';
import { ADMIN_PAGES } from './pages';
import { actionWords, actorWords, exactInstant, outcomeWords } from './words';

test('who did it is said in words', () => {
  expect(['user:amy', 'device:0f3a', 'local', 'nobody', 'robot:1'].map(actorWords)).toEqual([
    'amy',
    'Device 0f3a',
    'This computer',
    'Not signed in',
    'robot:1',
  ]);
});

test('what was done and what came of it are words, and those of a newer server stay', () => {
  expect([actionWords('sign-in'), actionWords('brew')]).toEqual(['Signed in', 'brew']);
  expect([outcomeWords('refused'), outcomeWords('doubtful')]).toEqual(['Refused', 'doubtful']);
});

test('an instant is shown to the second, with its month as a word', () => {
  expect(exactInstant('2026-11-25T07:10:02.125Z')).toMatch(/^\d\d-Nov-2026 \d\d:10:02$/);
  expect(exactInstant('never')).toBe('never');
});

test('each page of an administrator is in the menu, and the other way about', () => {
  expect(ADMIN_PAGES.map(({ path }) => path)).toEqual(Object.keys(text.adminPages));
});
