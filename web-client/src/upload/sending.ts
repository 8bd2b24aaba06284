// SPDX-License-Identifier: Apache-2.0
import { Json } from '../contract/json';
import { parseProblem } from '../contract/problem';
import { parseUpload, type Upload } from '../contract/uploads';
import { backOffMs } from '../offline/backOff';
import type { ByteSource } from './source';

/** Pieces grow on a fast link and shrink on a bad one: one takes about two seconds, so a broken connection costs no more than that. */
const FIRST = 1 << 20;
const LEAST = 64 << 10;
const MOST = 8 << 20;
const QUICK_MS = 1_000;
const SLOW_MS = 4_000;

export const UPLOADS = '/api/v1/uploads';

/** The browser as sending uses it. */
export interface SendRim {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly random: () => number;
}

/** Why sending ended before all was there; `code` as in the server's problems, empty when nobody knows. */
export class SendRefused extends Error {
  override readonly name = 'SendRefused';
  readonly code: string;
  readonly detail: string;

  constructor(code: string, detail: string) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/**
 * Sends a source from where the server has it to its end. A connection that fails is waited for, for as long as that takes; what the server
 * refuses ends it.
 *
 * @param onProgress hears how far it is, and whether the connection is being waited for
 */
export async function send(
  rim: SendRim,
  source: ByteSource,
  upload: Upload,
  onProgress: (upload: Upload, isWaiting: boolean) => void,
  isStopped: () => boolean,
): Promise<Upload> {
  let now = upload;
  let size = FIRST;
  let failures = 0;
  while (now.state === 'receiving' && !isStopped()) {
    const end = Math.min(now.received + size, source.size);
    const began = rim.now();
    const answer = await sendPiece(rim, source, now, end);
    if (answer === null) {
      failures += 1;
      size = Math.max(LEAST, size / 2);
      onProgress(now, true);
      await rim.wait(backOffMs(failures, rim.random));
      now = (await ask(rim, now)) ?? now;
      continue;
    }
    failures = 0;
    now = answer;
    onProgress(now, false);
    const took = rim.now() - began;
    if (took < QUICK_MS) size = Math.min(MOST, size * 2);
    else if (took > SLOW_MS) size = Math.max(LEAST, size / 2);
  }
  return now;
}

/** How far the server is; null when it does not answer. */
async function ask(rim: SendRim, { upload }: Upload): Promise<Upload | null> {
  return heard(rim, `${UPLOADS}/${upload}`, { cache: 'no-store' });
}

/** Null when the piece did not arrive as it was sent. */
async function sendPiece(rim: SendRim, source: ByteSource, now: Upload, end: number): Promise<Upload | null> {
  const piece = await source.read(now.received, end).catch(() => {
    throw new SendRefused('file-gone', '');
  });
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', piece));
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Content-Digest': `sha-256=:${btoa(String.fromCharCode(...digest))}:`,
  };
  return heard(rim, `${UPLOADS}/${now.upload}?at=${now.received}`, { method: 'PATCH', headers, body: piece });
}

/** Trouble on the way, and what asking again may mend, is null; any other refusal is thrown. */
async function heard(rim: SendRim, path: string, init: RequestInit): Promise<Upload | null> {
  let response: Response;
  let json: Json;
  try {
    response = await rim.fetch(path, init);
    json = Json.parse(await response.text());
  } catch {
    return null;
  }
  if (response.ok) return parseUpload(json);
  const { code, detail } = refusalOf(json);
  if (response.status >= 500 && response.status !== 507) return null;
  if (code === 'upload-elsewhere' || code === 'piece-damaged') return null;
  throw new SendRefused(code, detail);
}

function refusalOf(json: Json): { readonly code: string; readonly detail: string } {
  try {
    const { code, detail, title } = parseProblem(json);
    return { code, detail: detail ?? title };
  } catch {
    return { code: '', detail: '' };
  }
}
