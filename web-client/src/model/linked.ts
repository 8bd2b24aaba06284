// SPDX-License-Identifier: Apache-2.0
// Which frame of another series follows when one is scrolled. By position within one frame of reference and near-parallel planes; otherwise
// only by what the reader set: a jump to a place that nobody said is the same would be worse than standing still. Pure.
import { dot, frameNear, isNearlyParallel, less, planeOf } from './planes';
import type { Series } from './study';

/** Two frames that the reader declared to be the same place. */
export interface Pairing {
  readonly from: number;
  readonly to: number;
}

export type Followed =
  /** `by` says how it was found: by position, or by the reader's pairing. */
  | { readonly frame: number; readonly by: 'position' | 'pairing' }
  /** It stays where it is, and why. */
  | { readonly frame: null; readonly why: 'beyond' | 'reference' | 'across' | 'unplaced' };

/** The frame of `to` for frame `frame` of `from`; `pairing` is what the reader set, null when nothing. */
export function followed(from: Series, frame: number, to: Series, pairing: Pairing | null): Followed {
  const here = planeOf(from, frame);
  const there = planeOf(to, pairing?.to ?? 0);
  if (here !== null && to.frames.some((_, at) => planeOf(to, at)?.frameOfReference === here.frameOfReference)) {
    const near = frameNear(to, here);
    if (near !== null) return { frame: near, by: 'position' };
    const parallel = to.frames.some((_, at) => {
      const plane = planeOf(to, at);
      return plane !== null && isNearlyParallel(plane, here);
    });
    // In one frame of reference a pairing would contradict what is known; across planes nothing is known.
    if (parallel) return { frame: null, why: 'beyond' };
  }
  if (pairing !== null) return byPairing(from, frame, to, pairing);
  if (here === null || there === null) return { frame: null, why: 'unplaced' };
  return { frame: null, why: here.frameOfReference === there.frameOfReference ? 'across' : 'reference' };
}

/** As many millimetres along the slices from the pair, where both series are placed and face the same way; else as many frames. */
function byPairing(from: Series, frame: number, to: Series, pairing: Pairing): Followed {
  const [start, here, target] = [planeOf(from, pairing.from), planeOf(from, frame), planeOf(to, pairing.to)];
  if (start === null || here === null || target === null || !isNearlyParallel(here, target)) {
    return within(to, pairing.to + frame - pairing.from);
  }
  const side = Math.sign(dot(start.normal, target.normal));
  const moved = side * dot(start.normal, less(here.origin, start.origin));
  let best = pairing.to;
  let least = Number.POSITIVE_INFINITY;
  to.frames.forEach((_, at) => {
    const plane = planeOf(to, at);
    if (plane === null || !isNearlyParallel(plane, target)) return;
    const far = Math.abs(dot(target.normal, less(plane.origin, target.origin)) - moved);
    if (far < least) [best, least] = [at, far];
  });
  return { frame: best, by: 'pairing' };
}

function within(to: Series, frame: number): Followed {
  return { frame: Math.min(to.frames.length - 1, Math.max(0, frame)), by: 'pairing' };
}
