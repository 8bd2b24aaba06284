// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { seriesOf, studyOf } from '../testing/study';
import type { Target } from './address';
import { merged, SharedTiles } from './shared';
import { stripTarget } from './strip';
import type { Urgency, Want } from './wanted';

const target = (url: string): Target => ({ ...stripTarget(seriesOf(1), 0, 0), url });
const want = (url: string, urgency: Urgency): Want => ({ target: target(url), urgency });

describe('what several panes want', () => {
  test('comes in turn, what is seen before what is for later, and nothing twice', () => {
    const one = [want('a', 'seen'), want('b', 'soon'), want('both', 'later'), want('c', 'later')];
    const other = [want('d', 'seen'), want('both', 'later'), want('e', 'later')];
    expect(merged([one, other]).map(({ target: { url } }) => url)).toEqual(['a', 'd', 'b', 'both', 'c', 'e']);
  });

  test('is fetched once, within one bound that they share, and given up pane by pane', () => {
    const fetched: string[] = [];
    let ended = 0;
    const shared = new SharedTiles(studyOf(seriesOf(1)), {
      fetchTile: (url, signal) => {
        fetched.push(url);
        return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ kind: 'cancelled' })));
      },
      now: () => 0,
      random: () => 0,
      later: () => () => undefined,
      startWorker: () => ({ onmessage: null, onerror: null, postMessage: () => undefined, terminate: () => ended++ }),
    });
    const one = shared.pane(() => undefined);
    const other = shared.pane(() => undefined);
    const whole = one.budget;
    one.want([want('a', 'seen')], () => 0);
    other.want([want('a', 'seen'), want('b', 'seen')], () => 0);
    expect(fetched).toEqual(['a', 'b']);
    expect(one.budget).toBe(whole / 2);
    other.release();
    expect(one.budget).toBe(whole);
    one.release();
    expect(ended).toBe(0);
  });
});
