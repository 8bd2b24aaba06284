// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { StudyDocument } from '../contract/documents';
import { documentPath, fileName } from './address';

const letter: StudyDocument = {
  instance: '2.25.1',
  version: 'ab12',
  kind: 'PDF',
  title: 'Discharge letter (final)',
  date: null,
  mediaType: 'application/pdf',
  bytes: 9,
  series: '2.25.2',
  number: null,
  pages: 1,
};

test('a document is asked for at the address that the manifest has', () => {
  expect(documentPath(letter, 1)).toBe('/api/v1/instances/2.25.1/document?v=ab12');
  expect(documentPath(letter, 3)).toBe('/api/v1/instances/2.25.1/document?v=ab12&page=3');
});

test('a file to save is named after the document', () => {
  expect(fileName(letter)).toBe('discharge-letter-final.pdf');
  expect(fileName({ ...letter, title: '手紙', mediaType: 'application/x-new' })).toBe('document.bin');
});
