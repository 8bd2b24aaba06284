// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { strengthOf } from './password';
import { accountText } from './text';
import { refusalWords } from './words';

test('a password says what it still needs', () => {
  expect(strengthOf('', 'amy').words).toBe(accountText.atLeast);
  expect(strengthOf('short', 'amy')).toEqual({ isGood: false, words: '7 more characters.' });
  expect(strengthOf('12345678901', 'amy').words).toBe('One more character.');
  expect(strengthOf('Amy.Longname', 'amy.longname')).toEqual({ isGood: false, words: accountText.isName });
  expect(strengthOf('x'.repeat(201), 'amy').isGood).toBe(false);
});

test('a password that the server takes says how good it is', () => {
  expect(strengthOf('aaaaaaaaaaaa', 'amy')).toEqual({ isGood: true, words: accountText.monotonous });
  expect(strengthOf('kettle horse', 'amy')).toEqual({ isGood: true, words: accountText.longEnough });
  expect(strengthOf('kettle horse moon', 'amy').words).toBe(accountText.strong);
});

test('refusals have words that say what to do', () => {
  const refused = (code: string, detail: string) => refusalWords({ kind: 'refused', code, detail });
  expect(refused('wrong-password', 'x')).toContain('Check both');
  expect(refused('account-locked', 'x')).toContain('Wait a few minutes');
  expect(refused('name-taken', 'Somebody has that name already.')).toBe('Somebody has that name already.');
  expect(refused('not-understood', '')).toBe(accountText.notUnderstood);
  expect(refusalWords({ kind: 'offline' })).toBe(accountText.offline);
});
