// SPDX-License-Identifier: Apache-2.0
// What should be fetched, most useful first: the preview of what is seen, the strips that make the whole stack
// scrollable, the exact values of what is looked at, then its neighbours where the reader is heading. The plan names also
// what is here already: all that it names fits into memory together, so that nothing is fetched to be thrown away. Pure.
import { looked, type ViewerState } from '../model/state';
import type { Series } from '../model/study';
import type { Target, TileRendition } from './address';
import { decodedBytes } from './decodedBytes';
import { sheetOf, stripTarget } from './strip';
import { visibleTiles } from './visible';

/** `seen`: on the canvas now, goes before anything; `soon`: for this picture; `later`: in case it is needed. */
export type Urgency = 'seen' | 'soon' | 'later';

export interface Want {
  readonly target: Target;
  readonly urgency: Urgency;
}

export interface Circumstances {
  /** Whether all exact tiles that are seen are here, or failed for good. */
  readonly exactIsHere: boolean;
  /** On a fast link exact tiles come as soon as previews would: previews are then left out. */
  readonly fast: boolean;
  /** Whether the reader has stayed on this frame after moving. */
  readonly rested: boolean;
  /** What is measured on the frame that is looked at: comes before the rest of the stack. */
  readonly needed?: readonly Target[];
  /** Decoded bytes that the plan may fill. */
  readonly budget: number;
}

const AHEAD = 24;
const VIDEO_AHEAD = 6;

export function wantedNow(state: ViewerState, now: Circumstances): Want[] {
  const at = looked(state);
  if (at === null) return [];
  const isVideo = at.series.instances[at.frame.instance]?.video != null;
  const sheets = stripsByDistance(state, at.series, at.own.frame);
  // Each frame of a video is decoded from a key frame on: one sheet is a thousandth of it, all would keep the server busy for nothing.
  const strips = isVideo ? sheets.slice(0, 1) : sheets;
  const wants = state.cine.playing ? forCine(state, strips, now) : forReading(state, strips, now);
  return withinBudget(unique(wants), now.budget);
}

function forReading(state: ViewerState, strips: readonly Target[], now: Circumstances): Want[] {
  const here = state.bySeries[state.current]?.frame ?? 0;
  const exact = visibleTiles(state, here, 'exact');
  const preview = now.exactIsHere || now.fast ? [] : visibleTiles(state, here, 'preview');
  const first = as('seen', now.fast ? exact : preview);
  const middle =
    now.rested && state.touched
      ? [...as('soon', strips.slice(0, 1)), ...as('soon', exact), ...as('soon', strips.slice(1))]
      : [...as('soon', strips), ...as('soon', exact)];
  return [
    ...first,
    ...as('soon', now.needed ?? []),
    ...middle,
    ...as('later', thumbnails(state)),
    ...neighbours(state, now.fast),
  ];
}

/**
 * A playing cine leaves each frame before its tile can come: nothing is fetched for the moment, the ring of frames is filled in
 * the order of play, on a slow link with previews alone.
 */
function forCine(state: ViewerState, strips: readonly Target[], now: Circumstances): Want[] {
  const ring = framesAhead(state).flatMap((frame) => visibleTiles(state, frame, now.fast ? 'exact' : 'preview'));
  return [...as('soon', strips), ...as('later', ring), ...as('later', thumbnails(state))];
}

const as = (urgency: Urgency, targets: readonly Target[]): Want[] => targets.map((target) => ({ target, urgency }));

function stripsByDistance(state: ViewerState, series: Series, frame: number): Target[] {
  const middle = sheetOf(series, frame);
  return Array.from({ length: series.strip.sheets }, (_, sheet) => sheet)
    .sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle))
    .map((sheet) => stripTarget(series, state.current, sheet));
}

/** The frame that stands for a series in the list of series. */
export const thumbnailFrame = (series: Series): number => (series.frames.length - 1) >> 1;

function thumbnails(state: ViewerState): Target[] {
  return state.study.series.flatMap((series, index) =>
    series.frames.length === 0 ? [] : [stripTarget(series, index, sheetOf(series, thumbnailFrame(series)))],
  );
}

/** All frames from the next one on, around the end and back to the current one. */
export function framesAhead(state: ViewerState): number[] {
  const count = state.study.series[state.current]?.frames.length ?? 0;
  const here = state.bySeries[state.current]?.frame ?? 0;
  return Array.from({ length: count }, (_, step) => (here + 1 + step) % count);
}

/** Frame numbers near the current one, three where the reader is heading for each one behind. */
export function nearbyFrames(state: ViewerState): number[] {
  const count = state.study.series[state.current]?.frames.length ?? 0;
  const here = state.bySeries[state.current]?.frame ?? 0;
  const isVideo = looked(state)?.series.instances.some((one) => one.video !== null) ?? false;
  const found: number[] = [];
  for (let step = 1; step <= AHEAD; step++) {
    if (isVideo && step > VIDEO_AHEAD) break;
    found.push(here + step * state.heading);
    if (step % 3 === 0) found.push(here - (step / 3) * state.heading);
  }
  return found.filter((frame) => frame >= 0 && frame < count);
}

function neighbours(state: ViewerState, fast: boolean): Want[] {
  const frames = nearbyFrames(state);
  const all = (rendition: TileRendition) =>
    frames.flatMap((frame) => as('later', visibleTiles(state, frame, rendition)));
  return fast ? all('exact') : [...all('preview'), ...all('exact')];
}

function unique(wants: readonly Want[]): Want[] {
  const seen = new Set<string>();
  return wants.filter(({ target }) => {
    if (seen.has(target.url)) return false;
    seen.add(target.url);
    return true;
  });
}

/** Cuts the list where all that is wanted, here already or not, would no longer fit. */
function withinBudget(wants: readonly Want[], budget: number): Want[] {
  let bytes = 0;
  return wants.filter(({ target, urgency }) => {
    bytes += decodedBytes(target);
    return urgency === 'seen' || bytes <= budget;
  });
}
