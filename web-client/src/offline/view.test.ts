// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { newPin, nextPin, type Pin } from './pin';
import { hasRoom } from './room';
import { STUDY, summary } from './testing/site';
import { isBusy, nothingYet, type OfflineView, readinessOf, reduceOffline } from './view';

const pin = newPin(summary(), 'pack', '2026-11-24T10:00:00Z');
const complete: Pin = { ...pin, state: 'complete', version: 'v1', ofBytes: 100, haveBytes: 100, heardAt: 'then' };
const shell = { kind: 'shell', isKept: true, isUpdateWaiting: false } as const;
const progress = {
  study: STUDY,
  phase: 'fetching',
  have: 1,
  of: 4,
  haveBytes: 63,
  ofBytes: 100,
  retryAt: null,
} as const;

const after = (...pins: Pin[]): OfflineView =>
  reduceOffline(reduceOffline(nothingYet('yes'), shell), { kind: 'pins', pins });

test('a study that nobody pinned is not kept', () => {
  expect(readinessOf(after(), STUDY)).toEqual({ state: 'none' });
});

test('progress shows as it is told, and the screen stays awake', () => {
  const view = reduceOffline(after(pin), { kind: 'progress', progress });
  expect(readinessOf(view, STUDY)).toMatchObject({ state: 'fetching', part: 0.63 });
  expect(isBusy(view)).toBe(true);
});

test('a complete study is not ready while the application itself is not kept', () => {
  expect(readinessOf(after(complete), STUDY)).toEqual({ state: 'complete', bytes: 100, heardAt: 'then', until: null });
  const bare = reduceOffline(nothingYet('yes'), { kind: 'pins', pins: [complete] });
  expect(readinessOf(bare, STUDY).state).toBe('updating');
});

test('progress of what is over is forgotten', () => {
  const view = reduceOffline(reduceOffline(after(pin), { kind: 'progress', progress }), {
    kind: 'pins',
    pins: [complete],
  });
  expect(view.progress.size).toBe(0);
});

test('a problem is shown instead of progress, and lets the screen sleep', () => {
  const view = after({ ...pin, problem: { code: 'damaged' } });
  expect(readinessOf(view, STUDY)).toEqual({ state: 'failed', problem: { code: 'damaged' } });
  expect(isBusy(view)).toBe(false);
});

test('removals come first, then small studies; what stands is left alone', () => {
  const big = { ...pin, study: '1', summary: summary({ bytes: 9e6 }) };
  const small = { ...pin, study: '2', summary: summary({ bytes: 5 }), since: '2026-11-25' };
  const gone: Pin = { ...pin, study: '3', state: 'removing' };
  const stands: Pin = { ...pin, study: '4', problem: { code: 'storage' } };
  expect(nextPin([big, small, gone, stands])?.study).toBe('3');
  expect(nextPin([big, small, stands])?.study).toBe('2');
  expect(nextPin([stands, complete])).toBeNull();
});

test('room is refused before it hurts, and trusted where the browser does not say', () => {
  expect(hasRoom({ usedBytes: 0, freeBytes: 100e6 }, 50e6)).toBe(false);
  expect(hasRoom({ usedBytes: 0, freeBytes: 200e6 }, 50e6)).toBe(true);
  expect(hasRoom({ usedBytes: null, freeBytes: null }, 50e6)).toBe(true);
});
