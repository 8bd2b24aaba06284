// SPDX-License-Identifier: Apache-2.0
import { parseUpload, parseUploads, type Upload } from '../contract/uploads';
import type { SessionClient } from '../session/client';
import { grouped } from './grouping';
import { Pack } from './pack';
import { SendRefused, type SendRim, send, UPLOADS } from './sending';
import { type ByteSource, type Chosen, fileSource, keyOf } from './source';
import { uploadText } from './text';

/** One file on the page: `sending` and `waiting` (for the connection or its turn) here, all else as the server says. */
export interface Line {
  readonly upload: Upload;
  readonly here: 'sending' | 'waiting' | 'away';
  /** Why it does not go on, in words. */
  readonly failure: string;
}

export interface DeskView {
  /** Null until the server said what is under way. */
  readonly lines: readonly Line[] | null;
  readonly failure: string;
  /** Whether leaving the page now would break something off. */
  readonly isSending: boolean;
}

interface Job {
  readonly source: ByteSource;
  readonly key: string;
}

const LOOK_MS = 1_000;

/** What is being sent from this page, one after another, and what the server makes of it. It outlives the page of the application that shows it. */
export class UploadDesk {
  readonly #session: SessionClient;
  readonly #rim: SendRim;
  readonly #listeners = new Set<() => void>();
  readonly #jobs: Job[] = [];
  readonly #discarded = new Set<string>();
  #view: DeskView = { lines: null, failure: '', isSending: false };
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(session: SessionClient, rim: SendRim) {
    this.#session = session;
    this.#rim = rim;
  }

  get view(): DeskView {
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks the server what is under way, and again while something is being read. */
  async look(): Promise<void> {
    const answer = await this.#session.get(UPLOADS);
    if (answer.kind === 'ok') {
      const before = new Map(this.#view.lines?.map((line) => [line.upload.upload, line]));
      const lines = parseUploads(answer.json).map((upload) => {
        const line = before.get(upload.upload);
        return line === undefined || line.here === 'away' || upload.state !== 'receiving'
          ? { upload, here: 'away' as const, failure: line?.failure ?? '' }
          : line;
      });
      this.#set({ lines, failure: '' });
    } else {
      this.#set({ failure: answer.kind === 'offline' ? uploadText.offline : answer.detail });
    }
    const isReading = this.#view.lines?.some(({ upload }) => upload.state === 'reading') ?? false;
    if (this.#timer === null && this.#listeners.size > 0 && (isReading || answer.kind === 'offline')) {
      this.#timer = setTimeout(() => {
        this.#timer = null;
        void this.look();
      }, LOOK_MS);
    }
  }

  /** Begins or goes on with what was chosen. */
  async add(chosen: readonly Chosen[]): Promise<void> {
    const groups = grouped(chosen);
    if (groups.length === 0) this.#set({ failure: uploadText.nothingChosen });
    for (const group of groups) {
      const [first] = group;
      if (first === undefined) continue;
      const source = group.length === 1 ? fileSource(first) : new Pack(uploadText.packOf(group.length), group);
      this.#jobs.push({ source, key: await keyOf(group) });
    }
    if (!this.#view.isSending) await this.#work();
  }

  /** Tries again what the server had no room for. */
  async again(upload: string): Promise<void> {
    const answer = await this.#session.change('POST', `${UPLOADS}/${upload}/reading`);
    if (answer.kind === 'ok') this.#put(parseUpload(answer.json), 'away');
    await this.look();
  }

  /** Takes a line away; of what is not yet whole the bytes too. */
  async discard(upload: string): Promise<void> {
    this.#discarded.add(upload);
    await this.#session.change('DELETE', `${UPLOADS}/${upload}`);
    await this.look();
  }

  async #work(): Promise<void> {
    this.#set({ isSending: true, failure: '' });
    for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) await this.#send(job);
    this.#set({ isSending: false });
    await this.look();
  }

  async #send({ source, key }: Job): Promise<void> {
    const answer = await this.#session.change('POST', UPLOADS, { name: source.name, key, bytes: source.size });
    if (answer.kind !== 'ok') {
      this.#set({ failure: answer.kind === 'offline' ? uploadText.offline : answer.detail });
      return;
    }
    const begun = parseUpload(answer.json);
    this.#put(begun, 'sending');
    let last = begun;
    try {
      const sent = await send(
        this.#rim,
        source,
        begun,
        (upload, isWaiting) => {
          last = upload;
          this.#put(upload, isWaiting ? 'waiting' : 'sending');
        },
        () => this.#discarded.has(begun.upload),
      );
      if (!this.#discarded.has(begun.upload)) this.#put(sent, 'away');
    } catch (error) {
      if (!(error instanceof SendRefused)) throw error;
      const words = error.code === 'file-gone' ? uploadText.fileGone : error.detail;
      if (!this.#discarded.has(begun.upload)) this.#put(last, 'away', words === '' ? uploadText.stopped : words);
    }
    await this.look();
  }

  #put(upload: Upload, here: Line['here'], failure = ''): void {
    const line: Line = { upload, here, failure };
    const lines = this.#view.lines ?? [];
    const isKnown = lines.some((each) => each.upload.upload === upload.upload);
    const next = isKnown ? lines.map((each) => (each.upload.upload === upload.upload ? line : each)) : [line, ...lines];
    this.#set({ lines: next });
  }

  #set(change: Partial<DeskView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
