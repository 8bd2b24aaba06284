// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { newPin, type Pin } from '../offline/pin';
import { summary } from '../offline/testing/site';
import { nothingYet, type OfflineView } from '../offline/view';
import { endings, listReady, readyWords } from './listReady';

const NOW = new Date('2027-11-24T07:10:00');
const FRIDAY = new Date('2027-11-26T18:00:00').toISOString();

const pin = (study: string, change: Partial<Pin>): Pin => ({
  ...newPin({ ...summary(), study }, study, '2026-11-24T00:00:00Z'),
  state: 'complete',
  version: 'v',
  ...change,
});

const view = (...pins: Pin[]): OfflineView => ({
  ...nothingYet('yes'),
  isShellKept: true,
  pins: new Map(pins.map((one) => [one.study, one])),
});

const patient = (...uids: string[]) => ({ kind: 'patient' as const, uids });

test('a list is ready when every study of every patient is, until the first of them goes', () => {
  const kept = view(pin('1', { until: FRIDAY }), pin('2', {}), pin('3', {}));
  const list = listReady([patient('1', '2'), patient('3')], kept);
  expect(readyWords(list, NOW)).toBe('2 patients, all ready on this device until Friday 18:00.');
});

test('what is part there, under way or not kept is counted apart', () => {
  const kept = view(pin('1', {}), pin('3', { state: 'wanted', version: null }));
  const list = listReady([patient('1'), patient('1', '2'), patient('3'), patient('4'), patient()], kept);
  expect(list).toMatchObject({ of: 4, ready: 1, underWay: 2, unknown: 1, until: null });
  expect(readyWords(list, NOW)).toBe(
    '4 patients: 1 ready on this device, 2 in part or under way, 1 not kept. Nothing here yet for 1 line.',
  );
});

test('what has ended is not ready, and a list of studies is not called one of patients', () => {
  const kept = view(pin('1', { until: '2026-01-01T00:00:00Z' }));
  const list = listReady([{ kind: 'study', uids: ['1'] }], kept);
  expect(readyWords(list, NOW)).toBe('1 line: 0 ready on this device, 1 not kept.');
});

test('endings are to come, sooner ones first, and none twice', () => {
  const words = (now: string) => endings(new Date(now)).map((end) => end && new Date(end).toString().slice(0, 21));
  expect(words('2027-11-24T07:10:00')).toEqual([
    'Wed Nov 24 2027 20:00',
    'Thu Nov 25 2027 20:00',
    'Fri Nov 26 2027 18:00',
    null,
  ]);
  expect(words('2027-11-26T19:00:00')).toEqual([
    'Fri Nov 26 2027 20:00',
    'Sat Nov 27 2027 20:00',
    'Fri Dec 03 2027 18:00',
    null,
  ]);
  expect(words('2027-11-25T21:00:00')).toEqual(['Fri Nov 26 2027 18:00', null]);
});
