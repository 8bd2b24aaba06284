// SPDX-License-Identifier: Apache-2.0
import { Json } from '../contract/json';
import { parseProblem } from '../contract/problem';
import { parseStudy } from '../contract/study';
import type { StudyDescriptor } from '../model/study';

export type StudyResult =
  | { readonly kind: 'ready'; readonly study: StudyDescriptor }
  | { readonly kind: 'offline'; readonly detail: string }
  | { readonly kind: 'refused'; readonly detail: string };

const OFFLINE = 'There is no connection, and this study is not kept on this device.';
const NOT_UNDERSTOOD = 'The server described this study in a way that this page does not understand. Reload the page.';

/** Fetches the descriptor. What a network or a server does is an answer, not an error. */
export async function loadStudy(study: string, signal: AbortSignal): Promise<StudyResult> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`/api/v1/studies/${encodeURIComponent(study)}`, { signal });
    text = await response.text();
  } catch {
    return { kind: 'offline', detail: OFFLINE };
  }
  if (!response.ok) return refusal(text);
  try {
    const descriptor = parseStudy(Json.parse(text));
    // A picture of anybody else must never appear under this address.
    if (descriptor.study !== study) return { kind: 'refused', detail: NOT_UNDERSTOOD };
    return { kind: 'ready', study: descriptor };
  } catch {
    return { kind: 'refused', detail: NOT_UNDERSTOOD };
  }
}

function refusal(text: string): StudyResult {
  try {
    const problem = parseProblem(Json.parse(text));
    if (problem.code === 'offline') return { kind: 'offline', detail: problem.detail ?? OFFLINE };
    return { kind: 'refused', detail: problem.detail ?? problem.title };
  } catch {
    return { kind: 'refused', detail: 'The server cannot open this study now.' };
  }
}
