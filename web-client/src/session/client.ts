// SPDX-License-Identifier: Apache-2.0
import { Json } from '../contract/json';
import { parseProblem } from '../contract/problem';
import { CSRF_HEADER, parseSession, type Who } from '../contract/session';

/** What the page knows of who sits at it. */
export interface SessionView {
  /** Null until the server said so; offline it stays null. */
  readonly who: Who | null;
  /**
   * `held`: nobody was signed in when this browser last heard, so nothing is asked for before the server has said who it is now.
   * `needed`: somebody must sign in. `open`: what the server gives may be shown.
   */
  readonly phase: 'held' | 'needed' | 'open';
  /** Whether this browser last heard that nobody is signed in. */
  readonly isSignedOut: boolean;
  /** Whether somebody must sign in because a session ended by itself: a study that is open and kept here may be read on. */
  readonly hasEnded: boolean;
  /** Another number whenever another person sits there: what was shown to the one before must go. */
  readonly turn: number;
}

/** What became of a question or a change. */
export type Answer =
  | { readonly kind: 'ok'; readonly json: Json }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string }
  | { readonly kind: 'offline' };

/** The browser as a session uses it. */
export interface SessionRim {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Whether nobody was signed in, kept over restarts; says nothing of who it was. */
  readonly wasSignedOut: () => boolean;
  readonly keepSignedOut: (isSignedOut: boolean) => void;
  /** Tells the other tabs to ask again. */
  readonly tell: () => void;
}

const NOBODY: Who = { id: null, name: null, role: null, csrf: null, accounts: true };
const HOLD_MS = 3_000;
const SESSION = '/api/v1/session';

/** Who has signed in, and the one way in which the page changes anything at the server. */
export class SessionClient {
  readonly #rim: SessionRim;
  readonly #listeners = new Set<(view: SessionView) => void>();
  #view: SessionView;
  #person: string | null = null;
  #asked: Promise<void> | null = null;

  constructor(rim: SessionRim) {
    this.#rim = rim;
    const isSignedOut = rim.wasSignedOut();
    this.#view = { who: null, phase: isSignedOut ? 'held' : 'open', isSignedOut, hasEnded: false, turn: 0 };
  }

  get view(): SessionView {
    return this.#view;
  }

  subscribe(listener: (view: SessionView) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks the server who it is; nothing changes when it does not answer. */
  ask(): Promise<void> {
    this.#asked ??= this.#ask().finally(() => {
      this.#asked = null;
    });
    return this.#asked;
  }

  /** An answer said that somebody must sign in first. */
  need(): void {
    this.#take(NOBODY, true);
  }

  async signIn(name: string, password: string): Promise<Answer> {
    return this.#begin(SESSION, { name, password });
  }

  /** Uses a one-time link. */
  async accept(secret: string, name: string, displayName: string, password: string): Promise<Answer> {
    return this.#begin('/api/v1/invitation', { secret, name, displayName, password });
  }

  async signOut(): Promise<Answer> {
    const answer = await this.change('DELETE', SESSION);
    // A session that has ended by itself is over too.
    if (answer.kind === 'ok' || (answer.kind === 'refused' && answer.code === 'sign-in-needed')) {
      this.#take(NOBODY);
      this.#rim.tell();
    }
    return answer;
  }

  async get(path: string): Promise<Answer> {
    return this.#heard(await this.#send(path, { cache: 'no-store' }));
  }

  /** Changes something at the server; the answer's JSON is null where it has none. */
  async change(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
    if (this.#view.who === null) await this.ask();
    const answer = await this.#changed(method, path, body);
    if (answer.kind !== 'refused' || answer.code !== 'csrf-token-missing') return this.#heard(answer);
    await this.ask();
    return this.#heard(await this.#changed(method, path, body));
  }

  async #begin(path: string, body: unknown): Promise<Answer> {
    const answer = await this.change('POST', path, body);
    if (answer.kind === 'ok') {
      this.#take(parseSession(answer.json));
      this.#rim.tell();
    }
    return answer;
  }

  async #ask(): Promise<void> {
    const timer = setTimeout(() => this.#letGo(), HOLD_MS);
    // What is looked at goes before this on a narrow link, unless all waits for it.
    const priority = this.#view.phase === 'held' ? 'high' : 'low';
    const answer = await this.#send(SESSION, { cache: 'no-store', priority });
    clearTimeout(timer);
    if (answer.kind === 'ok') this.#take(parseSession(answer.json));
    else this.#letGo();
  }

  /** The server does not say who it is: what is kept on this device may be read all the same. */
  #letGo(): void {
    if (this.#view.phase === 'held') this.#set({ ...this.#view, phase: 'open' });
  }

  #changed(method: string, path: string, body: unknown): Promise<Answer> {
    const headers = new Headers();
    const csrf = this.#view.who?.csrf ?? null;
    if (csrf !== null) headers.set(CSRF_HEADER, csrf);
    if (body === undefined) return this.#send(path, { method, headers });
    headers.set('Content-Type', 'application/json');
    return this.#send(path, { method, headers, body: JSON.stringify(body) });
  }

  async #send(path: string, init: RequestInit): Promise<Answer> {
    let response: Response;
    let text: string;
    try {
      response = await this.#rim.fetch(path, init);
      text = await response.text();
    } catch {
      return { kind: 'offline' };
    }
    try {
      const json = text === '' ? Json.of(null) : Json.parse(text);
      if (response.ok) return { kind: 'ok', json };
      const problem = parseProblem(json);
      return { kind: 'refused', code: problem.code, detail: problem.detail ?? problem.title };
    } catch {
      return response.ok || response.status < 500
        ? { kind: 'refused', code: 'not-understood', detail: '' }
        : { kind: 'offline' };
    }
  }

  #heard(answer: Answer): Answer {
    if (answer.kind === 'refused' && answer.code === 'sign-in-needed') this.need();
    return answer;
  }

  #take(who: Who, hasEnded = false): void {
    const isSignedOut = who.accounts && who.id === null;
    const isAnother = who.id !== null && this.#person !== null && who.id !== this.#person;
    this.#person = who.id ?? this.#person;
    if (isSignedOut !== this.#view.isSignedOut) this.#rim.keepSignedOut(isSignedOut);
    this.#set({
      who,
      isSignedOut,
      hasEnded: isSignedOut && (hasEnded || this.#view.hasEnded),
      phase: isSignedOut ? 'needed' : 'open',
      turn: this.#view.turn + (isAnother ? 1 : 0),
    });
  }

  #set(view: SessionView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener(view);
  }
}
