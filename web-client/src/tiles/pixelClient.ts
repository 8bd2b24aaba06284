// SPDX-License-Identifier: Apache-2.0
// The page's side of the pixel worker. Decodes go one at a time, so that drawing never waits for more than one of them;
// a worker that breaks or falls silent is replaced, and whoever waits is told.
import type { Tally, TallySpec } from '../measure/tally';
import type { Decoded, DecodeSpec, LayerSpec, Reply, Request, TallyPiece } from './worker/messages';

/** The part of `Worker` that is used. */
export interface WorkerPort {
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(request: Request, transfer: Transferable[]): void;
  terminate(): void;
}

/** The worker is gone and with it all decoded pixels. */
export class WorkerLost extends Error {
  override name = 'WorkerLost';
}

const SILENT_MS = 20_000;
/** A worker that was lost this often without an answer in between is not started again. */
const MOST_LOSSES = 3;

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (cause: Error) => void;
}

type Asked = Extract<Request, { id: number }>;

export class PixelClient {
  readonly #start: () => WorkerPort;
  readonly #onLost: () => void;
  readonly #waiting = new Map<number, Waiting>();
  #port: WorkerPort | null = null;
  #lastId = 0;
  #losses = 0;
  #decoding: Promise<unknown> = Promise.resolve();
  #watch: ReturnType<typeof setTimeout> | undefined;

  constructor(start: () => WorkerPort, onLost: () => void) {
    this.#start = start;
    this.#onLost = onLost;
  }

  /** Rejects with `WorkerLost`, or with the reason why these bytes are no picture. */
  decode(url: string, bytes: ArrayBuffer, spec: DecodeSpec): Promise<Decoded> {
    const turn = this.#decoding.then(async () => {
      const id = ++this.#lastId;
      const reply = await this.#ask({ do: 'decode', id, url, bytes, spec }, [bytes]);
      if (reply.did !== 'decode') throw new Error(`unexpected reply ${reply.did}`);
      return reply.decoded;
    });
    this.#decoding = turn.catch(() => undefined);
    return turn;
  }

  /** One bitmap a layer; the caller closes them. */
  async paint(layers: readonly LayerSpec[]): Promise<readonly ImageBitmap[]> {
    const reply = await this.#ask({ do: 'paint', id: ++this.#lastId, layers }, []);
    if (reply.did !== 'paint') throw new Error(`unexpected reply ${reply.did}`);
    return reply.bitmaps;
  }

  /** Statistics of what the pieces hold; null when not all of them are here. */
  async tally(spec: TallySpec, pieces: readonly TallyPiece[]): Promise<readonly Tally[] | null> {
    const reply = await this.#ask({ do: 'tally', id: ++this.#lastId, spec, pieces }, []);
    if (reply.did !== 'tally') throw new Error(`unexpected reply ${reply.did}`);
    return reply.tallies;
  }

  drop(urls: readonly string[]): void {
    if (urls.length > 0) this.#port?.postMessage({ do: 'drop', urls }, []);
  }

  /** Ends the worker and frees what it holds; the next request starts another. */
  release(): void {
    clearTimeout(this.#watch);
    this.#port?.terminate();
    this.#port = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new WorkerLost('the pixel worker was ended'));
  }

  #ask(request: Asked, transfer: Transferable[]): Promise<Reply> {
    if (this.#losses >= MOST_LOSSES) {
      return Promise.reject(new Error('the image decoder does not run in this browser'));
    }
    const port = this.#port ?? this.#open();
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      port.postMessage(request, transfer);
      this.#watchSilence();
    });
  }

  #open(): WorkerPort {
    const port = this.#start();
    port.onmessage = ({ data }) => this.#hear(data);
    port.onerror = () => this.#lose();
    this.#port = port;
    return port;
  }

  #hear(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    this.#losses = 0;
    this.#watchSilence();
    if (reply.did === 'fail') waiting?.reject(new Error(reply.reason));
    else waiting?.resolve(reply);
  }

  #watchSilence(): void {
    clearTimeout(this.#watch);
    if (this.#waiting.size > 0) this.#watch = setTimeout(() => this.#lose(), SILENT_MS);
  }

  #lose(): void {
    this.#losses++;
    this.release();
    this.#onLost();
  }
}
