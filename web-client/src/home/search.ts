// SPDX-License-Identifier: Apache-2.0
import { Json } from '../contract/json';
import { parseProblem } from '../contract/problem';
import { type Said, saidBy } from '../contract/source';
import { parseStudies, type StudyPage } from '../contract/studies';
import { text } from '../ui/text';

/** What became of a question. `isOffline`: nobody answered. */
export type PageResult =
  | { readonly kind: 'page'; readonly page: StudyPage; readonly isFromDevice: boolean; readonly said: Said }
  | { readonly kind: 'failed'; readonly detail: string; readonly isOffline: boolean };

export type Ask = (path: string, signal: AbortSignal) => Promise<PageResult>;

/** Asks the server for a page of studies. Rejects only when it was cancelled. */
export function askOver(fetch: (path: string, init: RequestInit) => Promise<Response>): Ask {
  return async (path, signal) => {
    let response: Response;
    let body: string;
    try {
      response = await fetch(path, { signal });
      body = await response.text();
    } catch (cause) {
      if (signal.aborted) throw cause;
      return { kind: 'failed', detail: text.offlineEmptyDetail, isOffline: true };
    }
    try {
      if (response.ok) {
        const said = saidBy(response);
        return { kind: 'page', page: parseStudies(Json.parse(body)), isFromDevice: !said.isLive, said };
      }
      const problem = parseProblem(Json.parse(body));
      return { kind: 'failed', detail: problem.detail ?? problem.title, isOffline: problem.code === 'offline' };
    } catch {
      return { kind: 'failed', detail: text.notUnderstood, isOffline: false };
    }
  };
}

const DEBOUNCE_MS = 150;

/** One question at a time: a new one cancels the one before, and typing waits until it pauses. */
export class Searcher {
  readonly #ask: Ask;
  readonly #answer: (result: PageResult, isMore: boolean) => void;
  #current = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: Ask, answer: (result: PageResult, isMore: boolean) => void) {
    this.#ask = ask;
    this.#answer = answer;
  }

  /** Asks now. */
  now(path: string, isMore = false): void {
    this.stop();
    const { signal } = this.#current;
    this.#ask(path, signal).then(
      (result) => {
        if (!signal.aborted) this.#answer(result, isMore);
      },
      () => undefined,
    );
  }

  /** Asks when nobody asked anything else for 150 ms. */
  later(path: string): void {
    this.stop();
    this.#timer = setTimeout(() => this.now(path), DEBOUNCE_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#current.abort();
    this.#current = new AbortController();
  }
}
