// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { offlineList, split } from './offlineList';
import { newPin, type Pin } from './pin';
import { patient, summary } from './testing/site';

const kept = (study: string, change: Parameters<typeof summary>[0]): Pin => ({
  ...newPin(summary({ study, ...change }), 'pack', ''),
  have: 1,
});
const pins = [
  kept('1', { date: '2026-11-20' }),
  kept('2', { date: '2026-11-24', modalities: ['MR'], patient: { ...patient, name: "O'NEILL, Siân" } }),
  { ...kept('3', {}), have: 0 },
  { ...kept('4', {}), state: 'removing' as const },
];
const found = (query: string) => offlineList(pins, new URLSearchParams(query)).studies.map(({ study }) => study);

test('it holds what is here, newest first', () => {
  expect(found('limit=50')).toEqual(['2', '1']);
});

test('every word must begin a word, whatever its accents and apostrophes', () => {
  expect(found('q=oneill+sian')).toEqual(['2']);
  expect(found('q=aled')).toEqual(['1']);
  expect(found('q=led')).toEqual([]);
});

test('an NHS number may be typed in its groups', () => {
  expect(found('q=999+000+0018')).toEqual(['2', '1']);
  expect(split('999 000 0018')).toEqual(['9990000018']);
});

test('modality and date narrow it', () => {
  expect(found('modality=MR,CT&date=2026-11-21..')).toEqual(['2']);
  expect(found('modality=CT')).toEqual(['1']);
  expect(found('date=..2026-11-20')).toEqual(['1']);
});
