// SPDX-License-Identifier: Apache-2.0
import type { StudyDocument } from '../contract/documents';

/** Where a page of a document is, from 1: the address that a manifest has for it too. */
export const documentPath = ({ instance, version }: StudyDocument, page: number): string =>
  `/api/v1/instances/${instance}/document?v=${version}${page === 1 ? '' : `&page=${page}`}`;

/** A name to save it under. */
export function fileName({ title, mediaType }: StudyDocument): string {
  const stem = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
  return `${stem || 'document'}${ENDINGS[mediaType.split(';')[0] ?? ''] ?? '.bin'}`;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/pdf': '.pdf',
  'model/stl': '.stl',
  'model/obj': '.obj',
  'model/mtl': '.mtl',
  'text/xml': '.xml',
};
