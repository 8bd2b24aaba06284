// SPDX-License-Identifier: Apache-2.0
import type { Cine } from '../model/state';
import type { QueueRim } from '../tiles/queue';

/** Calls `step` every `frameMs` while a cine plays; time lost to a slow step is not made up for by a burst. */
export class CineClock {
  readonly #rim: Pick<QueueRim, 'now' | 'later'>;
  readonly #step: () => void;
  #cine: Cine = { playing: false, frameMs: 100 };
  #cancel: () => void = () => {};
  #due = 0;

  constructor(rim: Pick<QueueRim, 'now' | 'later'>, step: () => void) {
    this.#rim = rim;
    this.#step = step;
  }

  follow(cine: Cine): void {
    const same = cine.playing === this.#cine.playing && cine.frameMs === this.#cine.frameMs;
    this.#cine = cine;
    if (same) return;
    this.#cancel();
    this.#due = this.#rim.now();
    if (cine.playing) this.#wait();
  }

  #wait(): void {
    this.#due = Math.max(this.#due + this.#cine.frameMs, this.#rim.now());
    this.#cancel = this.#rim.later(() => {
      this.#wait();
      this.#step();
    }, this.#due - this.#rim.now());
  }
}
