// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { pacsPath } from './PacsForm';

const question = { pacs: 'Main PACS', name: '', id: '', accession: '', days: null };
const today = new Date(2026, 10, 25);

test('names the archive and only what was typed', () => {
  expect(pacsPath({ ...question, name: ' Smith, J ' }, today)).toBe('/api/v1/pacs/Main%20PACS/studies?name=Smith%2C+J');
});

test('takes the blanks out of an NHS number', () => {
  expect(pacsPath({ ...question, id: '943 476 5919' }, today)).toContain('?id=9434765919');
});

test('asks for days up to today', () => {
  expect(pacsPath({ ...question, days: 6 }, today)).toContain('date=20261119-20261125');
});
