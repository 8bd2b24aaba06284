// SPDX-License-Identifier: Apache-2.0
// Fetches what is wanted, in the order in which it is wanted, few at a time; what is no longer wanted is cancelled.
// A request for what is seen may take the place of one for later. Confined to the main thread.
import type { TileResult } from './result';
import type { Want } from './wanted';

export interface QueueRim {
  readonly fetchTile: (url: string, signal: AbortSignal) => Promise<TileResult>;
  readonly now: () => number;
  readonly random: () => number;
  readonly later: (run: () => void, ms: number) => () => void;
}

export interface QueueEvents {
  readonly ready: (want: Want, bytes: ArrayBuffer, tookMs: number) => void;
  readonly gone: (want: Want, code: string, detail: string) => void;
  readonly offline: (isOffline: boolean) => void;
  /** The server failed again and again; it is still asked. */
  readonly troubled: (want: Want, tries: number) => void;
}

/** Before the first picture, requests for it share the link with nothing else. */
const IN_FLIGHT_AT_FIRST = 2;
const IN_FLIGHT = 4;
/** So many failures in a row are no hiccup any more. */
const TROUBLED_FROM = 3;
const BACK_OFF_MS = { first: 500, most: 30_000 };

interface Flight {
  readonly want: Want;
  readonly controller: AbortController;
}

interface Pause {
  readonly tries: number;
  readonly until: number;
}

export class TileQueue {
  readonly #rim: QueueRim;
  readonly #events: QueueEvents;
  readonly #flights = new Map<string, Flight>();
  readonly #pauses = new Map<string, Pause>();
  #wants: readonly Want[] = [];
  #pictureIsUp = false;
  #wake: () => void = () => {};

  constructor(rim: QueueRim, events: QueueEvents) {
    this.#rim = rim;
    this.#events = events;
  }

  get inFlight(): number {
    return this.#flights.size;
  }

  /** Replaces what is wanted; the list's order is the order of fetching. */
  want(wants: readonly Want[]): void {
    this.#wants = wants;
    const wanted = new Map(wants.map((want) => [want.target.url, want]));
    for (const [url, flight] of this.#flights) {
      const want = wanted.get(url);
      if (want === undefined) this.#cancel(url);
      else this.#flights.set(url, { ...flight, want });
    }
    this.#pump();
  }

  /** The first picture is on the screen: from now on more requests may share the link. */
  pictureIsUp(): void {
    this.#pictureIsUp = true;
    this.#pump();
  }

  /** The network may be back: nobody waits any longer. */
  retryNow(): void {
    this.#pauses.clear();
    this.#pump();
  }

  stop(): void {
    this.#wants = [];
    this.#wake();
    for (const url of [...this.#flights.keys()]) this.#cancel(url);
    this.#pauses.clear();
  }

  #cancel(url: string): void {
    this.#flights.get(url)?.controller.abort();
    this.#flights.delete(url);
  }

  #pump(): void {
    const seenFirst = !this.#pictureIsUp && this.#wants.some((want) => this.#isLiveSeen(want));
    const limit = seenFirst ? IN_FLIGHT_AT_FIRST : IN_FLIGHT;
    for (const want of this.#wants) {
      if (seenFirst && want.urgency !== 'seen') continue;
      if (!this.#mayStart(want)) continue;
      if (this.#flights.size >= limit && !this.#makeRoom(want)) break;
      this.#start(want);
    }
    this.#wakeForPauses();
  }

  /** Seen and not waiting after a failure: a picture that cannot come must not hold up the rest. */
  #isLiveSeen(want: Want): boolean {
    return want.urgency === 'seen' && !this.#isPaused(want.target.url);
  }

  #isPaused(url: string): boolean {
    return (this.#pauses.get(url)?.until ?? 0) > this.#rim.now();
  }

  #mayStart(want: Want): boolean {
    const { url } = want.target;
    return !this.#flights.has(url) && !this.#isPaused(url);
  }

  #makeRoom(want: Want): boolean {
    if (want.urgency !== 'seen') return false;
    const order = new Map(this.#wants.map((one, index) => [one.target.url, index]));
    const least = [...this.#flights.values()]
      .filter((flight) => flight.want.urgency !== 'seen')
      .sort((a, b) => (order.get(b.want.target.url) ?? 0) - (order.get(a.want.target.url) ?? 0))[0];
    if (least === undefined) return false;
    this.#cancel(least.want.target.url);
    return true;
  }

  #start(want: Want): void {
    const { url } = want.target;
    const controller = new AbortController();
    const startedAt = this.#rim.now();
    this.#flights.set(url, { want, controller });
    void this.#rim.fetchTile(url, controller.signal).then((result) => {
      // A cancelled flight's place may hold a newer one for the same address.
      if (this.#flights.get(url)?.controller !== controller) return;
      const latest = this.#flights.get(url)?.want ?? want;
      this.#flights.delete(url);
      this.#land(latest, result, this.#rim.now() - startedAt);
    });
  }

  #land(want: Want, result: TileResult, tookMs: number): void {
    const { url } = want.target;
    switch (result.kind) {
      case 'ready':
        this.#pauses.delete(url);
        this.#wants = this.#wants.filter((one) => one.target.url !== url);
        this.#events.offline(false);
        this.#events.ready(want, result.bytes, tookMs);
        break;
      case 'gone':
        this.#wants = this.#wants.filter((one) => one.target.url !== url);
        this.#events.gone(want, result.code, result.detail);
        break;
      case 'offline':
        this.#backOff(url, 0);
        this.#events.offline(true);
        break;
      case 'busy':
        this.#backOff(url, result.afterMs);
        this.#tellTrouble(want);
        break;
      case 'cancelled':
        break;
    }
    this.#pump();
  }

  #tellTrouble(want: Want): void {
    const tries = this.#pauses.get(want.target.url)?.tries ?? 0;
    if (tries >= TROUBLED_FROM) this.#events.troubled(want, tries);
  }

  #backOff(url: string, atLeastMs: number): void {
    const tries = (this.#pauses.get(url)?.tries ?? 0) + 1;
    const full = Math.min(BACK_OFF_MS.most, BACK_OFF_MS.first * 2 ** (tries - 1));
    const jittered = full * (0.5 + this.#rim.random() / 2);
    this.#pauses.set(url, { tries, until: this.#rim.now() + Math.max(atLeastMs, jittered) });
  }

  #wakeForPauses(): void {
    this.#wake();
    this.#wake = () => {};
    const due = this.#wants
      .map((want) => this.#pauses.get(want.target.url)?.until ?? 0)
      .filter((until) => until > this.#rim.now());
    if (due.length === 0) return;
    this.#wake = this.#rim.later(() => this.#pump(), Math.max(1, Math.min(...due) - this.#rim.now()));
  }
}
