// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { opener, type Route, routeOf } from './route';

const ORIGIN = 'https://site.example';
const FILES = new Set(['/', '/assets/index-abc.js', '/icon.svg']);
const kind = (path: string, isNavigation = false, method = 'GET'): Route['kind'] =>
  routeOf({ method, url: new URL(path, ORIGIN).href, isNavigation }, ORIGIN, FILES).kind;

test('places of the application open its page', () => {
  expect([kind('/', true), kind('/study/2.25.1', true), kind('/?ready', true)]).toEqual(['shell', 'shell', 'shell']);
  expect([kind('/welcome', true), kind('/admin/people', true)]).toEqual(['shell', 'shell']);
});

test('files and the server open themselves', () => {
  expect([kind('/sw.js', true), kind('/api/v1/studies', true), kind('/dicom-web/studies', true)]).toEqual([
    'pass',
    'pass',
    'pass',
  ]);
});

test('files of this build come from its cache, files of another from the network', () => {
  expect([kind('/assets/index-abc.js'), kind('/icon.svg'), kind('/assets/index-old.js')]).toEqual([
    'file',
    'file',
    'pass',
  ]);
});

test('tiles and strips are looked for on the device, with their version', () => {
  const url = `${ORIGIN}/api/v1/instances/2.25.1.1/frames/1/exact/0/0/0?v=abcd`;
  expect(routeOf({ method: 'GET', url, isNavigation: false }, ORIGIN, FILES)).toEqual({
    kind: 'pinned',
    path: '/api/v1/instances/2.25.1.1/frames/1/exact/0/0/0?v=abcd',
  });
  expect(kind('/api/v1/series/2.25.1/strips/0?v=1')).toBe('pinned');
  expect(kind('/api/v1/instances/2.25.1.1/document?v=ab&page=2')).toBe('pinned');
});

test('descriptor and list ask the network first', () => {
  expect([kind('/api/v1/studies/2.25.1'), kind('/api/v1/studies?q=x')]).toEqual(['descriptor', 'list']);
});

test('everything else is none of its business', () => {
  expect([
    kind('/sync/v1/blobs', false, 'POST'),
    kind('/sync/v1/studies/2.25.1/manifest?for=exact'),
    kind('/api/v1/changes?since=0'),
    kind('https://elsewhere.example/api/v1/studies'),
    kind('/healthz'),
    kind('/api/v1/session'),
    kind('/api/v1/users'),
    kind('/api/v1/session', false, 'DELETE'),
  ]).toEqual(['pass', 'pass', 'pass', 'pass', 'pass', 'pass', 'pass', 'pass']);
});

test('two builds never mix: the old one opens whole, and a sign-in page always passes', () => {
  expect(opener('other-build', true)).toBe('cache');
  expect(opener('this-build', true)).toBe('cache');
  expect(opener('silent', true)).toBe('cache');
  expect(opener('failed', true)).toBe('cache');
  expect(opener('elsewhere', true)).toBe('network');
});

test('a cache that the browser has nibbled at opens nothing', () => {
  expect(opener('other-build', false)).toBe('network');
  expect(opener('silent', false)).toBe('network');
});
