// SPDX-License-Identifier: Apache-2.0
import { Json } from '../../contract/json';
import {
  type KeptMark,
  type MarkResult,
  type MarkShape,
  parseKeptMarks,
  parseMarkResults,
} from '../../contract/keptMarks';
import { parseProblem } from '../../contract/problem';
import { CSRF_HEADER, parseSession, type Who } from '../../contract/session';

export interface SentChange {
  readonly change: string;
  readonly id: string;
  readonly base: number;
  readonly shape: MarkShape | null;
}

/** What a network or a server does is an answer, not an error. `refused`: trying again does not help; why, in words. */
export type SiteAnswer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly detail: string };

/** The server as marks need it. */
export interface MarkSite {
  who(): Promise<SiteAnswer<Who>>;
  marks(study: string): Promise<SiteAnswer<readonly KeptMark[]>>;
  send(study: string, changes: readonly SentChange[], csrf: string | null): Promise<SiteAnswer<readonly MarkResult[]>>;
}

type Fetch = (path: string, init: RequestInit) => Promise<Response>;

export function openSite(fetch: Fetch): MarkSite {
  const path = (study: string) => `/api/v1/studies/${encodeURIComponent(study)}/marks`;
  const ask = async <T>(where: string, init: RequestInit, read: (json: Json) => T): Promise<SiteAnswer<T>> => {
    try {
      const response = await fetch(where, init);
      const json = Json.parse(await response.text());
      if (response.ok) return { kind: 'ok', value: read(json) };
      if (response.status >= 500 || response.status === 401 || response.status === 429) return { kind: 'offline' };
      const problem = parseProblem(json);
      return { kind: 'refused', detail: problem.detail ?? problem.title };
    } catch {
      return { kind: 'offline' };
    }
  };
  return {
    who: () => ask('/api/v1/session', { cache: 'no-store' }, parseSession),
    marks: (study) => ask(path(study), {}, parseKeptMarks),
    send: (study, changes, csrf) => {
      const headers = new Headers({ 'Content-Type': 'application/json' });
      if (csrf !== null) headers.set(CSRF_HEADER, csrf);
      return ask(path(study), { method: 'POST', headers, body: JSON.stringify({ changes }) }, parseMarkResults);
    },
  };
}
