// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Upload } from '../contract/uploads';
import { SendRefused, type SendRim, send } from './sending';
import type { ByteSource } from './source';

const BYTES = Uint8Array.from({ length: 3_500_000 }, (_, index) => (index * 7) % 251);
const SOURCE: ByteSource = {
  name: 'ct.zip',
  size: BYTES.length,
  read: async (from, to) => BYTES.slice(from, to),
};
const RESULT = { items: 0, of: -1, added: 0, duplicates: 0, conflicts: 0, rejected: 0, studies: [], problems: [] };
const BEGUN: Upload = {
  upload: 'u',
  name: 'ct.zip',
  key: 'k',
  bytes: BYTES.length,
  received: 0,
  begun: '2026-11-25T07:10:00Z',
  state: 'receiving',
  result: RESULT,
};

/** A server that keeps what it is sent; the listed requests fail on the way: before it heard them, or after. */
class Server {
  readonly kept = new Uint8Array(BYTES.length);
  length = 0;
  requests = 0;

  readonly #lost: ReadonlySet<number>;
  readonly #unheard: ReadonlySet<number>;
  readonly #refusal: { readonly status: number; readonly code: string } | null;

  constructor(
    lost = new Set<number>(),
    unheard = new Set<number>(),
    refusal: { readonly status: number; readonly code: string } | null = null,
  ) {
    this.#lost = lost;
    this.#unheard = unheard;
    this.#refusal = refusal;
  }

  isWhole(): boolean {
    return this.length === BYTES.length && Buffer.compare(this.kept, BYTES) === 0;
  }

  rim(): SendRim {
    return {
      fetch: (path, init) => this.#answer(path, init),
      now: () => 0,
      wait: async () => undefined,
      random: () => 0,
    };
  }

  async #answer(path: string, init: RequestInit): Promise<Response> {
    this.requests += 1;
    const request = this.requests;
    if (this.#lost.has(request)) throw new TypeError('no connection');
    if (this.#refusal !== null) {
      const { status, code } = this.#refusal;
      return new Response(JSON.stringify({ title: 't', status, code, detail: 'words' }), { status });
    }
    if (init.method === 'PATCH') {
      const at = Number(new URL(path, 'http://x').searchParams.get('at'));
      const piece = new Uint8Array(await new Response(init.body ?? null).arrayBuffer());
      if (at !== this.length) {
        const problem = { title: 't', status: 409, code: 'upload-elsewhere', detail: 'd' };
        return new Response(JSON.stringify(problem), { status: 409 });
      }
      this.kept.set(piece, at);
      this.length += piece.length;
    }
    if (this.#unheard.has(request)) throw new TypeError('broken off');
    const received = this.length;
    const state = received === BYTES.length ? 'reading' : 'receiving';
    return new Response(JSON.stringify({ ...BEGUN, received, state }));
  }
}

test('all bytes come in their order', async () => {
  const server = new Server();
  const sent = await send(
    server.rim(),
    SOURCE,
    BEGUN,
    () => undefined,
    () => false,
  );
  expect(sent.state).toBe('reading');
  expect(server.isWhole()).toBe(true);
});

test('pieces that are lost, or whose answer is, are sent once more and kept once', async () => {
  const server = new Server(new Set([2, 4]), new Set([3, 6]));
  const waits: boolean[] = [];
  const sent = await send(
    server.rim(),
    SOURCE,
    BEGUN,
    (_, isWaiting) => waits.push(isWaiting),
    () => false,
  );
  expect(sent.received).toBe(BYTES.length);
  expect(server.isWhole()).toBe(true);
  expect(waits).toContain(true);
});

test('it goes on where the server is', async () => {
  const server = new Server();
  server.kept.set(BYTES.subarray(0, 2_500_000));
  server.length = 2_500_000;
  await send(
    server.rim(),
    SOURCE,
    { ...BEGUN, received: 2_500_000 },
    () => undefined,
    () => false,
  );
  expect(server.isWhole()).toBe(true);
});

test('what the server refuses ends it with its words', async () => {
  const server = new Server(new Set(), new Set(), { status: 404, code: 'upload-not-found' });
  const sent = send(
    server.rim(),
    SOURCE,
    BEGUN,
    () => undefined,
    () => false,
  );
  await expect(sent).rejects.toEqual(new SendRefused('upload-not-found', 'words'));
});

test('a file that can no longer be read is said to be gone', async () => {
  const gone = { ...SOURCE, read: () => Promise.reject(new Error('NotReadableError')) };
  const sent = send(
    new Server().rim(),
    gone,
    BEGUN,
    () => undefined,
    () => false,
  );
  await expect(sent).rejects.toMatchObject({ code: 'file-gone' });
});
