// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import type { Command } from '../model/commands';
import { reduce } from '../model/reduce';
import { openStudy, type ViewerState } from '../model/state';
import { kindOf, radiographKind, seriesOf, studyOf } from '../testing/study';
import type { HeldTile } from '../tiles/store';
import { stripTarget } from '../tiles/strip';
import { visibleTiles } from '../tiles/visible';
import { sliceText, sourceLossyText, stateText, windowText } from './labels';
import { type Held, type Scene, sceneOf } from './scene';
import { frameAt, runsOf, trackGradient } from './scrubberTrack';
import { ticksOf } from './ticks';

const resize: Command = { do: 'resize', canvas: { width: 1000, height: 900 }, devicePixelRatio: 1 };
const stack = studyOf(seriesOf(3));
const film = studyOf(seriesOf(1, radiographKind({ inverted: true })));
const stateOf = (study: typeof stack, ...commands: Command[]) => [resize, ...commands].reduce(reduce, openStudy(study));

function holding(tiles: readonly Pick<HeldTile, 'target'>[], wireBytes = 1): Held {
  const byUrl = new Map(tiles.map(({ target }) => [target.url, { target, decodedBytes: 1, wireBytes }]));
  return { has: (url) => byUrl.has(url), held: (url) => byUrl.get(url), range: () => null };
}

const tiles = (state: ViewerState, rendition: 'preview' | 'exact', level?: number) =>
  visibleTiles(state, state.bySeries[state.current]?.frame ?? 0, rendition, level).map((target) => ({ target }));
const strip = (study: typeof stack) => [{ target: stripTarget(seriesOf(study.series[0]?.frames.length ?? 0), 0, 0) }];

function scene(state: ViewerState, held: Held): Scene {
  const made = sceneOf(state, held);
  if (made === null) throw new Error('no scene');
  return made;
}

describe('the picture', () => {
  const state = stateOf(stack);

  test('is the best that is here', () => {
    const here = [...strip(stack), ...tiles(state, 'preview'), ...tiles(state, 'exact')];
    expect(scene(state, holding([])).state).toBe('none');
    expect(scene(state, holding(here.slice(0, 1))).state).toBe('strip');
    expect(scene(state, holding(here.slice(0, 2))).state).toBe('preview');
    expect(scene(state, holding(here)).state).toBe('exact');
  });

  test('of more than 16 bits is never called exact unless it is', () => {
    const textOf = (exact: boolean) => {
      const deep = stateOf(studyOf(seriesOf(1, kindOf({ reduction: { base: 0, step: 0.1, exact } }))));
      return stateText(scene(deep, holding(tiles(deep, 'exact'))));
    };
    expect(textOf(true)).toBe('EXACT');
    expect(textOf(false)).toBe('REDUCED TO 16 BITS');
  });

  test('of a film is exact only when all tiles that are seen are', () => {
    const on = stateOf(film);
    const exact = tiles(on, 'exact');
    expect(exact.length).toBeGreaterThan(1);
    const preview = tiles(on, 'preview');
    const partly = scene(on, holding([...preview, ...exact.slice(1)]));
    expect(partly.state).toBe('preview');
    expect(partly.layers).toHaveLength(2);
    expect(stateText(scene(on, holding([...preview, ...exact])))).toBe('EXACT 1:4');
  });

  test('keeps a coarser level under the tiles of the finer one that came', () => {
    const zoomed = stateOf(film, { do: 'actual-size' });
    const coarse = tiles(zoomed, 'exact', 2);
    const [one] = tiles(zoomed, 'exact');
    if (one === undefined) throw new Error('no tile');
    const mixed = scene(zoomed, holding([...coarse, one]));
    expect(stateText(mixed)).toBe('EXACT 1:4');
    expect(mixed.layers).toHaveLength(2);
  });

  test('covers the image with whole pixels of its level', () => {
    const on = stateOf(film);
    const [layer] = scene(on, holding(tiles(on, 'exact'))).layers;
    expect(layer?.spec.size).toEqual({ width: 750, height: 900 });
    expect(layer?.on).toEqual({ x: 0, y: 0, width: 3000, height: 3600 });
  });

  test('has another key when it has to be drawn anew, and the same when it has not', () => {
    const held = holding(tiles(state, 'exact'));
    const key = scene(state, held).key;
    expect(scene(reduce(state, { do: 'invert' }), held).key).not.toBe(key);
    expect(scene(reduce(state, { do: 'preset', id: 'ct-bone' }), held).key).not.toBe(key);
    expect(scene(reduce(state, { do: 'rotate' }), held).key).toBe(key);
  });

  test('approximates another window from a preview, and takes stored values as soon as they are here', () => {
    const boned = reduce(state, { do: 'preset', id: 'ct-bone' });
    const lookOf = (held: Held) => scene(boned, held).layers[0]?.spec.look.by;
    expect(lookOf(holding(tiles(state, 'preview')))).toBe('preview');
    expect(scene(state, holding(tiles(state, 'preview'))).layers[0]?.spec.look.by).toBe('plain');
    expect(lookOf(holding(tiles(state, 'exact')))).toBe('values');
  });
});

describe('the words on the picture', () => {
  const state = stateOf(stack);

  test('say the state, with the ratio of a preview', () => {
    expect(stateText(scene(state, holding(tiles(state, 'preview'), 26_214)))).toBe('PREVIEW (JPEG 20:1)');
    expect(stateText(scene(state, holding([])))).toBe('LOADING');
  });

  test('say that the source itself was lossy, all passes together', () => {
    const lossy = studyOf(seriesOf(1, kindOf({ lossy: { ratios: [5, 2.5], methods: ['ISO_10918_1'] } })));
    expect(sourceLossyText(scene(stateOf(lossy), holding([])))).toBe('SOURCE LOSSY 13:1');
    expect(sourceLossyText(scene(state, holding([])))).toBe('');
  });

  test('say slice and place, and call a cine frame a frame', () => {
    expect(sliceText(seriesOf(300), 149)).toBe('Slice 150 of 300 · 149.0 mm');
    expect(sliceText(seriesOf(40, kindOf(), { frameTimeMs: 33 }), 0)).toBe('Frame 1 of 40 · 0.0 mm');
    expect(sliceText(seriesOf(1), 0)).toBe('Image 1 of 1');
  });

  test('say the window with the decimals that matter', () => {
    const at = (center: number, width: number) =>
      windowText(scene(reduce(state, { do: 'window', window: { center, width, function: 'LINEAR' } }), holding([])));
    expect(at(-600, 1500)).toBe('C -600 W 1500');
    expect(at(0.01234, 0.02)).toBe('C 0.012 W 0.020');
    expect(windowText(scene(reduce(state, { do: 'invert' }), holding([])))).toBe('C 40 W 400 · inverted');
  });
});

describe('the scrubber', () => {
  test('knows the best of each frame', () => {
    const state = stateOf(stack);
    const held = [...strip(stack), ...tiles(state, 'exact')].map(({ target }) => ({
      target,
      decodedBytes: 1,
      wireBytes: 1,
    }));
    expect(ticksOf(stack, 0, held)).toEqual(['exact', 'strip', 'strip']);
  });

  test('draws neighbours of one state as one run', () => {
    expect(runsOf(['strip', 'strip', 'exact', 'none'])).toEqual([
      { state: 'strip', from: 0, to: 0.5 },
      { state: 'exact', from: 0.5, to: 0.75 },
      { state: 'none', from: 0.75, to: 1 },
    ]);
    expect(trackGradient(['exact'])).toBe('linear-gradient(to bottom, var(--tick-exact) 0.000% 100.000%)');
  });

  test('reaches the first and the last frame', () => {
    expect([frameAt(-0.2, 300), frameAt(0.5, 3), frameAt(1.2, 300)]).toEqual([0, 1, 299]);
  });
});
