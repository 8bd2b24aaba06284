// SPDX-License-Identifier: Apache-2.0
import { Json } from '../contract/json';
import { type Problem, parseProblem } from '../contract/problem';
import { type Said, saidBy } from '../contract/source';
import { parseStudy } from '../contract/study';
import type { StudyDescriptor } from '../model/study';
import { ask } from '../session/ask';
import { text } from '../ui/text';

export type StudyResult =
  | { readonly kind: 'ready'; readonly study: StudyDescriptor; readonly said: Said }
  | { readonly kind: 'offline'; readonly detail: string }
  | { readonly kind: 'gone'; readonly detail: string }
  | { readonly kind: 'refused'; readonly detail: string };

/** Fetches the descriptor. What a network or a server does is an answer, not an error. */
export async function loadStudy(study: string, signal: AbortSignal): Promise<StudyResult> {
  let response: Response;
  let body: string;
  try {
    response = await ask(`/api/v1/studies/${encodeURIComponent(study)}`, { signal });
    body = await response.text();
  } catch {
    return { kind: 'offline', detail: text.studyOffline };
  }
  if (!response.ok) return refusal(response.status, body);
  try {
    const descriptor = parseStudy(Json.parse(body));
    // A picture of anybody else must never appear under this address.
    if (descriptor.study !== study) return { kind: 'refused', detail: text.studyNotUnderstood };
    return { kind: 'ready', study: descriptor, said: saidBy(response) };
  } catch {
    return { kind: 'refused', detail: text.studyNotUnderstood };
  }
}

/** The server's own words where it found some for a refusal; what its trouble is does not help a reader. */
function refusal(status: number, body: string): StudyResult {
  const problem = problemOf(body);
  if (problem?.code === 'offline') return { kind: 'offline', detail: text.studyOffline };
  if (status === 404 || status === 410) return { kind: 'gone', detail: text.studyGone };
  const own = status < 500 ? (problem?.detail ?? problem?.title) : undefined;
  return { kind: 'refused', detail: own ?? text.studyTrouble };
}

function problemOf(body: string): Problem | null {
  try {
    return parseProblem(Json.parse(body));
  } catch {
    return null;
  }
}
