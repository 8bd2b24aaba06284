// SPDX-License-Identifier: Apache-2.0
import { fetchTile } from '../tiles/fetchTile';
import type { StoreRim } from '../tiles/store';

/** The browser as the viewer uses it: network, clock, chance, worker. */
export const browserRim: StoreRim = {
  fetchTile,
  now: () => performance.now(),
  random: () => Math.random(),
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  startWorker: () => new Worker(new URL('../tiles/worker/pixelWorker.ts', import.meta.url), { type: 'module' }),
};
