// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reduce } from '../model/reduce';
import { openStudy } from '../model/state';
import { seriesOf, studyOf } from '../testing/study';
import { PositionCache } from './cache';
import { distanceFrom } from './distance';
import type { HeldTile } from './store';
import { wantedNow } from './wanted';

describe('the cache', () => {
  test('never holds more bytes than its bound, and counts what it holds', () => {
    const put = fc.record({ key: fc.integer({ min: 0, max: 30 }), bytes: fc.integer({ min: 0, max: 60 }) });
    fc.assert(
      fc.property(fc.array(put), fc.integer({ min: 0, max: 30 }), (puts, here) => {
        const cache = new PositionCache<number>(100);
        for (const { key, bytes } of puts) {
          cache.put({ key: String(key), bytes, value: key }, (at) => Math.abs(at - here));
          const held = [...cache.values()].reduce((sum, entry) => sum + entry.bytes, 0);
          expect(cache.bytes).toBe(held);
          expect(held).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  test('lets the farthest go, be it the newest', () => {
    const cache = new PositionCache<number>(30);
    const far = (at: number) => Math.abs(at - 5);
    for (const at of [1, 4, 5]) cache.put({ key: String(at), bytes: 10, value: at }, far);
    expect(cache.put({ key: '6', bytes: 10, value: 6 }, far)).toEqual(['1']);
    expect(cache.put({ key: '20', bytes: 10, value: 20 }, far)).toEqual(['20']);
    expect([...cache.values()].map((entry) => entry.key)).toEqual(['4', '5', '6']);
  });

  test('smaller than the series never throws away what is planned: no endless fetching', () => {
    const budget = 60 * 1024 * 1024;
    const cache = new PositionCache<HeldTile>(budget);
    let state = openStudy(studyOf(seriesOf(400), seriesOf(200, undefined, { series: '2.25.8' })));
    state = reduce(state, { do: 'resize', canvas: { width: 500, height: 500 }, devicePixelRatio: 1 });
    for (const by of [0, 1, 1, 40, -3, 1, -100, 250]) {
      state = reduce(state, { do: 'scroll', by });
      const plan = wantedNow(state, { exactIsHere: false, fast: true, rested: true, budget: 0.8 * budget });
      expect(plan.length).toBeGreaterThan(15);
      const distance = distanceFrom(state, plan);
      for (const { target } of plan) {
        const bytes = target.size.width * target.size.height * 2;
        const tile = { target, decodedBytes: bytes, wireBytes: 1 };
        cache.put({ key: target.url, bytes, value: tile }, (held) => distance(held.target));
      }
      for (const { target } of plan) expect(cache.has(target.url)).toBe(true);
    }
  });
});
