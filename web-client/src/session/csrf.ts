// SPDX-License-Identifier: Apache-2.0
import { Json } from '../contract/json';
import { CSRF_HEADER, parseSession } from '../contract/session';

type Fetch = (path: string, init: RequestInit) => Promise<Response>;

const SAFE = new Set(['GET', 'HEAD']);

/**
 * A fetch for those who are not the page: changes carry the token of the session that this browser has now. It is asked for when
 * the first change goes out, and again when somebody else has signed in meanwhile.
 */
export function withCsrf(fetch: Fetch): Fetch {
  let token: Promise<string | null> | null = null;
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    token ??= tokenOver(fetch);
    const csrf = await token;
    const headers = new Headers(init.headers);
    if (csrf !== null) headers.set(CSRF_HEADER, csrf);
    return fetch(path, { ...init, headers });
  };
  return async (path, init) => {
    if (SAFE.has(init.method ?? 'GET')) return fetch(path, init);
    const response = await send(path, init);
    if (response.status !== 403 && response.status !== 401) return response;
    token = null;
    return response.status === 403 ? send(path, init) : response;
  };
}

async function tokenOver(fetch: Fetch): Promise<string | null> {
  try {
    const response = await fetch('/api/v1/session', { cache: 'no-store' });
    return response.ok ? parseSession(Json.of(await response.json())).csrf : null;
  } catch {
    return null;
  }
}
