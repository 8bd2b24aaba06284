// SPDX-License-Identifier: Apache-2.0
import { PLANES } from '../contract/planes';
import { ask } from '../session/ask';
import type { TileResult } from './result';

/** The smaller exact form where the server has it; what else the address holds where not. */
const ACCEPT = `${PLANES}, image/png, image/jpeg, application/problem+json`;

/** Fetches one tile. Never throws for what a network does; ends early when `signal` says so. */
export async function fetchTile(url: string, signal: AbortSignal): Promise<TileResult> {
  try {
    const response = await ask(url, { signal, headers: { Accept: ACCEPT } });
    if (response.ok) return { kind: 'ready', bytes: await response.arrayBuffer() };
    return await refusal(response);
  } catch {
    return signal.aborted ? { kind: 'cancelled' } : { kind: 'offline' };
  }
}

async function refusal(response: Response): Promise<TileResult> {
  const problem = await problemOf(response);
  if (problem.code === 'offline') return { kind: 'offline' };
  if (response.status >= 500 || response.status === 429 || response.status === 408) {
    const after = Number(response.headers.get('Retry-After'));
    return { kind: 'busy', afterMs: after > 0 ? after * 1000 : 0 };
  }
  return { kind: 'gone', ...problem };
}

async function problemOf(response: Response): Promise<{ code: string; detail: string }> {
  const fallback = { code: `http-${response.status}`, detail: 'The server does not have this image.' };
  try {
    const body: unknown = await response.json();
    if (typeof body !== 'object' || body === null) return fallback;
    const code = 'code' in body && typeof body.code === 'string' ? body.code : fallback.code;
    const detail = 'detail' in body && typeof body.detail === 'string' ? body.detail : fallback.detail;
    return { code, detail };
  } catch {
    return fallback;
  }
}
