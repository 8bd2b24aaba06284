// SPDX-License-Identifier: Apache-2.0
import { backOffMs } from './backOff';
import { Keeping, type KeepingRim } from './keeping';
import { hasEnded, nextEnd, nextPin, type Pin, type PinProblem, timeOf } from './pin';

const HOUR_MS = 3_600_000;

export interface KeeperRim extends KeepingRim {
  readonly random: () => number;
  /** Ends after `ms`, or at once when `signal` is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Pins have changed otherwise than in their progress. */
  readonly changed: () => void;
  /** A bug: said aloud, but the other studies go on. */
  readonly fault: (cause: unknown) => void;
}

/**
 * The one that writes the offline store: it carries out what the pins say, one study at a time, until it is ended. Pins are the
 * only orders, so a killed browser goes on where it was.
 */
export class Keeper {
  readonly #rim: KeeperRim;
  #pause = new AbortController();
  #work = new AbortController();
  #keeping: Keeping | null = null;
  #failures = 0;

  constructor(rim: KeeperRim) {
    this.#rim = rim;
  }

  /** Pins have changed, or the link is back: look again now. */
  async poke(): Promise<void> {
    this.#pause.abort();
    const study = this.#keeping?.study;
    const pin = (await this.#rim.index.pins()).find((each) => each.study === study);
    if (study !== undefined && pin?.state !== 'wanted') this.#work.abort();
  }

  async run(signal: AbortSignal): Promise<void> {
    await this.recheck();
    while (!signal.aborted) {
      this.#pause = new AbortController();
      this.#work = new AbortController();
      const pause = AbortSignal.any([signal, this.#pause.signal]);
      const endMs = await this.#expire();
      const pin = nextPin(await this.#rim.index.pins());
      const waitMs = pin === null ? endMs : await this.#step(pin, signal);
      if (waitMs > 0) await this.#rim.sleep(Math.min(waitMs, endMs), pause);
    }
  }

  /** Orders what has ended to be removed; answers how long to wait for the next end, an hour at most since devices sleep. */
  async #expire(): Promise<number> {
    const pins = await this.#rim.index.pins();
    const time = timeOf(pins, this.#rim.now());
    for (const pin of pins) {
      if (pin.state !== 'removing' && hasEnded(pin, time)) await this.#put(pin, { state: 'removing', problem: null });
    }
    const left = nextEnd(
      pins.filter((pin) => !hasEnded(pin, time)),
      time,
    );
    return Number.isFinite(left) ? Math.min(left, HOUR_MS) : left;
  }

  /** Takes back "ready" from a study of which something is not here any more. */
  async recheck(): Promise<void> {
    const { index, packs } = this.#rim;
    for (const pin of await index.pins()) {
      if (pin.state !== 'complete') continue;
      const size = await packs.size(pin.pack);
      const held = [...(await index.held(pin.study)).values()];
      const here = held.filter((place) => place.offset + place.length <= size);
      if (here.length < pin.of) await this.#put(pin, { state: 'wanted', have: here.length });
    }
  }

  /** Asks the site whether complete studies are still what it has. */
  async freshen(signal: AbortSignal): Promise<void> {
    const { index, site, now } = this.#rim;
    for (const pin of await index.pins()) {
      if (pin.state !== 'complete') continue;
      const answer = await site.version(pin.study, signal).catch(() => ({ kind: 'unreachable' }) as const);
      if (answer.kind === 'unreachable') return;
      if (answer.kind === 'gone') await this.#put(pin, { state: 'removing' });
      if (answer.kind === 'ok') {
        const isSame = answer.value === pin.version;
        await this.#put(pin, isSame ? { heardAt: now().toISOString() } : { state: 'wanted' });
      }
    }
    await this.poke();
  }

  /** Works on one pin; answers how long to wait before the next look. */
  async #step(pin: Pin, signal: AbortSignal): Promise<number> {
    try {
      return pin.state === 'removing' ? await this.#remove(pin) : await this.#keep(pin, signal);
    } catch (cause) {
      await this.#stand(pin, problemOf(cause, await this.#rim.room()));
      if (!(cause instanceof DOMException)) this.#rim.fault(cause);
      return 0;
    }
  }

  async #keep(pin: Pin, signal: AbortSignal): Promise<number> {
    if (this.#keeping?.study !== pin.study) {
      this.#keeping = new Keeping(pin, this.#rim);
      this.#failures = 0;
    }
    const outcome = await this.#keeping.attempt(AbortSignal.any([signal, this.#work.signal]));
    if (outcome.kind === 'again') return this.#wait(pin.study, outcome.moved);
    this.#keeping = null;
    if (outcome.kind === 'stands') await this.#stand(pin, outcome.problem);
    if (outcome.kind === 'gone') await this.#put(pin, { state: 'removing' });
    this.#rim.changed();
    return 0;
  }

  async #wait(study: string, moved: boolean): Promise<number> {
    this.#failures = moved ? 1 : this.#failures + 1;
    const ms = backOffMs(this.#failures, this.#rim.random);
    const pin = (await this.#rim.index.pins()).find((each) => each.study === study);
    if (pin !== undefined) {
      const { have, of, haveBytes, ofBytes } = pin;
      const retryAt = this.#rim.now().getTime() + ms;
      this.#rim.report({ study, phase: 'waiting', have, of, haveBytes, ofBytes, retryAt });
    }
    return ms;
  }

  /** Rows first: what is half removed must not be found. */
  async #remove(pin: Pin): Promise<number> {
    await this.#rim.index.remove(pin.study);
    await this.#rim.packs.remove(pin.pack);
    this.#rim.changed();
    return 0;
  }

  async #stand(pin: Pin, problem: PinProblem): Promise<void> {
    this.#keeping = null;
    await this.#put(pin, { problem });
  }

  /** Changes a pin, unless it is being removed or its state is no longer what the change was made for. */
  async #put(pin: Pin, change: Partial<Pin>): Promise<void> {
    await this.#rim.index.change(pin.study, (now) => (now?.state === pin.state ? { ...now, ...change } : null));
    this.#rim.changed();
  }
}

function problemOf(cause: unknown, room: { readonly freeBytes: number | null }): PinProblem {
  return cause instanceof DOMException && cause.name === 'QuotaExceededError'
    ? { code: 'no-room', needBytes: 0, freeBytes: room.freeBytes ?? 0 }
    : { code: 'storage' };
}
