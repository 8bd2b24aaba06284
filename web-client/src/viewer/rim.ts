// SPDX-License-Identifier: Apache-2.0
import { fetchTile } from '../tiles/fetchTile';
import type { StoreRim } from '../tiles/store';

/** The browser as the viewer uses it: network, clock, chance, worker. */
export interface BrowserRim extends StoreRim {
  /** Ends the worker that was started ahead, if nobody took it. */
  readonly close: () => void;
}

const newWorker = (): Worker =>
  new Worker(new URL('../tiles/worker/pixelWorker.ts', import.meta.url), { type: 'module' });

/**
 * The first worker is started here and now, while the descriptor is still on its way: on a bad link its script would else
 * queue up behind the tiles that it is to decode.
 */
export function openRim(): BrowserRim {
  let spare: Worker | null = newWorker();
  return {
    fetchTile,
    now: () => performance.now(),
    random: () => Math.random(),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    startWorker: () => {
      const worker = spare ?? newWorker();
      spare = null;
      return worker;
    },
    close: () => {
      spare?.terminate();
      spare = null;
    },
  };
}
