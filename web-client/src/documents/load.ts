// SPDX-License-Identifier: Apache-2.0
import type { StudyDocument } from '../contract/documents';
import { Json } from '../contract/json';
import { parseProblem } from '../contract/problem';
import { ask } from '../session/ask';
import { documentPath } from './address';
import { documentText } from './words';

export type Loaded =
  | { readonly kind: 'page'; readonly html: string; readonly blob: Blob }
  | { readonly kind: 'file'; readonly blob: Blob }
  | { readonly kind: 'failed'; readonly detail: string };

/** Fetches a page; from the tablet's store when it is kept there, which does not change what comes. */
export async function loadDocument(document: StudyDocument, page: number, signal: AbortSignal): Promise<Loaded> {
  try {
    const response = await ask(documentPath(document, page), { signal });
    if (!response.ok) return { kind: 'failed', detail: await refusal(response) };
    const blob = new Blob([await response.arrayBuffer()], { type: document.mediaType });
    return document.mediaType.startsWith('text/html')
      ? { kind: 'page', html: await blob.text(), blob }
      : { kind: 'file', blob };
  } catch {
    return { kind: 'failed', detail: documentText.offline };
  }
}

async function refusal(response: Response): Promise<string> {
  try {
    const problem = parseProblem(Json.parse(await response.text()));
    if (problem.code === 'offline') return documentText.offline;
    return response.status < 500 ? (problem.detail ?? problem.title) : documentText.trouble;
  } catch {
    return documentText.trouble;
  }
}
