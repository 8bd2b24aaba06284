// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import type { Command } from '../model/commands';
import { reduce } from '../model/reduce';
import { openStudy } from '../model/state';
import { kindOf, radiographKind, seriesOf, studyOf } from '../testing/study';
import type { Target } from './address';
import { type Circumstances, wantedNow } from './wanted';

const calm: Circumstances = { exactIsHere: false, fast: false, rested: false, budget: 1e9 };
const resize: Command = { do: 'resize', canvas: { width: 1000, height: 700 }, devicePixelRatio: 1 };
const study = studyOf(seriesOf(300), seriesOf(1, radiographKind(), { series: '2.25.8', modality: 'DX' }));
const state = (...commands: Command[]) => [resize, ...commands].reduce(reduce, openStudy(study));

const word = (target: Target): string =>
  target.rendition === 'strip' ? `strip ${target.series}/${target.sheet}` : `${target.rendition} ${target.frame}`;
const words = (commands: Command[], now: Partial<Circumstances> = {}) =>
  wantedNow(state(...commands), { ...calm, ...now }).map((want) => word(want.target));

describe('what is wanted', () => {
  test('is the preview of what is seen, then the strips outwards, then the exact image, then thumbnails and neighbours', () => {
    expect(words([]).slice(0, 12)).toEqual([
      'preview 149',
      'strip 0/2',
      'strip 0/1',
      'strip 0/3',
      'strip 0/0',
      'strip 0/4',
      'exact 149',
      'strip 1/0',
      'preview 150',
      'preview 151',
      'preview 152',
      'preview 148',
    ]);
  });

  test('is the exact image before the other strips once the reader has moved and rests', () => {
    const order = words([{ do: 'scroll', by: 1 }], { rested: true });
    expect(order.slice(0, 4)).toEqual(['preview 150', 'strip 0/2', 'exact 150', 'strip 0/1']);
  });

  test('is still the strips first while a reader only looks at what opened', () => {
    expect(words([], { rested: true }).slice(1, 3)).toEqual(['strip 0/2', 'strip 0/1']);
  });

  test('is where the reader is heading', () => {
    const order = words([{ do: 'scroll', by: -1 }]);
    expect(order.filter((one) => one.startsWith('preview')).slice(0, 4)).toEqual([
      'preview 148',
      'preview 147',
      'preview 146',
      'preview 145',
    ]);
  });

  test('leaves previews out on a fast link and when the exact image is here', () => {
    expect(words([], { fast: true }).some((one) => one.startsWith('preview'))).toBe(false);
    expect(words([], { fast: true })[0]).toBe('exact 149');
    expect(words([], { exactIsHere: true })[0]).toBe('strip 0/2');
  });

  test('of a radiograph is the level that fits the screen, full resolution only when zoomed', () => {
    const wants = wantedNow(state({ do: 'series', index: 1 }), calm);
    const levels = (list: typeof wants) =>
      new Set(list.flatMap(({ target }) => (target.rendition === 'strip' ? [] : [target.level])));
    expect(levels(wants)).toEqual(new Set([2]));
    const zoomed = wantedNow(state({ do: 'series', index: 1 }, { do: 'actual-size' }), calm);
    expect(levels(zoomed)).toEqual(new Set([0]));
    expect(zoomed.filter((want) => want.target.rendition === 'exact').length).toBeLessThanOrEqual(3 * 3);
  });

  test('of a playing cine is the ring of frames from the next one on, and never only for the moment', () => {
    const cine = studyOf(seriesOf(40, kindOf({ format: 'RGB8' }), { frameTimeMs: 33 }));
    const playing = [resize, { do: 'frame', index: 38 }, { do: 'play' }] as const;
    const wants = wantedNow(playing.reduce<ReturnType<typeof openStudy>>(reduce, openStudy(cine)), calm);
    expect(wants.every((want) => want.urgency !== 'seen')).toBe(true);
    expect(wants.slice(0, 4).map((want) => word(want.target))).toEqual([
      'strip 0/0',
      'preview 39',
      'preview 0',
      'preview 1',
    ]);
  });

  test('names nothing twice and fits into memory together', () => {
    const wants = wantedNow(state(), { ...calm, budget: 8e6 });
    expect(new Set(wants.map((want) => want.target.url)).size).toBe(wants.length);
    expect(wants.length).toBeLessThan(words([]).length);
  });
});
