// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { adminPath, placeOf, studyPath, takeSecret } from './router';

test('a study has its own address', () => {
  expect(placeOf(studyPath('2.25.1001'))).toEqual({ kind: 'study', study: '2.25.1001' });
});

test('what is no UID leads home', () => {
  for (const path of ['/', '/study/', '/study/../x', '/study/abc', `/study/${'1'.repeat(65)}`]) {
    expect(placeOf(path)).toEqual({ kind: 'home' });
  }
});

test("an administrator's pages and the page of a one-time link have their own addresses", () => {
  expect(placeOf(adminPath('people'))).toEqual({ kind: 'admin', page: 'people' });
  expect(placeOf('/admin')).toEqual({ kind: 'admin', page: '' });
  expect(placeOf('/administer')).toEqual({ kind: 'home' });
  expect(placeOf('/welcome')).toEqual({ kind: 'welcome' });
});

test('the secret of a one-time link leaves the address bar at once', () => {
  const shown: unknown[] = [];
  const history = {
    replaceState: (_state: unknown, _title: string, to: string) => shown.push(to),
  } as unknown as History;
  const at = (pathname: string, hash: string) => takeSecret({ pathname, hash } as Location, history);
  expect(at('/welcome', '#s3cret')).toBe('s3cret');
  expect(shown).toEqual(['/welcome']);
  expect(at('/welcome', '')).toBeNull();
  expect(at('/', '#s3cret')).toBeNull();
  expect(shown).toHaveLength(1);
});
