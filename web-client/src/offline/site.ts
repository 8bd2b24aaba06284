// SPDX-License-Identifier: Apache-2.0
import { Json } from '../contract/json';
import { type Manifest, parseManifest } from '../contract/manifest';
import { parseProblem } from '../contract/problem';
import { isFromDevice } from '../contract/source';
import { canInflate } from './inflate';
import { BrokenStream } from './stream';
import { NoAnswer, within } from './watchdog';

/** No byte for this long: the link is dead although nobody said so. */
const SILENCE_MS = 20_000;

/** A site may have to make every tile of a study before it can name them. */
const MANIFEST_MS = 300_000;

/** What a copy must not outlive: also that the study has left the lists of whoever is limited to some. */
const GONE: readonly string[] = ['study-not-found', 'study-deleted', 'not-on-your-lists'];

/** What became of a question to the site; `gone`: the site says that the study is not there any more. */
export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'unreachable' };

export interface BlobAsk {
  readonly hash: string;
  readonly offset: number;
}

/** Where studies come from. What a network does is an answer; only a broken body throws, as {@link BrokenStream}. */
export interface Site {
  manifest(study: string, signal: AbortSignal): Promise<Answer<Manifest>>;
  blobs(asks: readonly BlobAsk[], signal: AbortSignal): Promise<Answer<AsyncIterable<Uint8Array>>>;
  /** The version of a study's descriptor. */
  version(study: string, signal: AbortSignal): Promise<Answer<string>>;
}

export function httpSite(fetch: (path: string, init: RequestInit) => Promise<Response>): Site {
  const ask = async <T>(path: string, init: RequestInit, read: (response: Response) => Promise<T>, ms = SILENCE_MS) => {
    let response: Response;
    try {
      response = await within(ms, fetch(path, init));
    } catch {
      return { kind: 'unreachable' } as const;
    }
    if (isFromDevice(response)) return { kind: 'unreachable' } as const;
    return response.ok ? ({ kind: 'ok', value: await read(response) } as const) : refusal(response);
  };
  return {
    manifest: (study, signal) =>
      ask(`/sync/v1/studies/${study}/manifest?for=exact&tiles=planes`, { signal }, manifestOf, MANIFEST_MS),
    version: (study, signal) => ask(`/api/v1/studies/${study}`, { signal, cache: 'no-cache' }, versionOf),
    blobs: (blobs, signal) => {
      const body = JSON.stringify({ blobs, deflate: canInflate() });
      const headers = { 'Content-Type': 'application/json' };
      return ask('/sync/v1/blobs', { method: 'POST', body, headers, signal }, async (response) => chunksOf(response));
    },
  };
}

const manifestOf = async (response: Response): Promise<Manifest> => parseManifest(Json.parse(await textOf(response)));

const versionOf = async (response: Response): Promise<string> =>
  Json.parse(await textOf(response))
    .field('version')
    .string();

async function textOf(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of chunksOf(response)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const next = await within(SILENCE_MS, reader.read());
      if (next.done) return;
      yield next.value;
    }
  } catch (cause) {
    throw new BrokenStream(cause instanceof NoAnswer ? 'the link fell silent' : 'the link broke');
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

async function refusal(response: Response): Promise<Answer<never>> {
  // Whoever signs in next lets it go on: until then it waits, as for a network.
  if (response.status === 401) return { kind: 'unreachable' };
  if (response.status >= 500 || response.status === 429 || response.status === 408) return { kind: 'unreachable' };
  try {
    const problem = parseProblem(Json.of(await response.json()));
    if (problem.code === 'csrf-token-missing') return { kind: 'unreachable' };
    return GONE.includes(problem.code)
      ? { kind: 'gone' }
      : { kind: 'refused', detail: problem.detail ?? problem.title };
  } catch {
    return { kind: 'refused', detail: '' };
  }
}
