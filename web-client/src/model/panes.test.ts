// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { radiographKind, seriesOf, studyOf } from '../testing/study';
import { ONE_PANE, reducePanes, shownPanes, startOf } from './panes';

describe('panes', () => {
  test('keep an active one that is there, whatever the layout', () => {
    const four = reducePanes(reducePanes(ONE_PANE, { do: 'layout', layout: '2x2' }), { do: 'activate', pane: 3 });
    expect(four.active).toBe(3);
    expect(reducePanes(four, { do: 'layout', layout: '1x2' }).active).toBe(1);
    expect(reducePanes(ONE_PANE, { do: 'activate', pane: 2 })).toBe(ONE_PANE);
  });

  test('give the stage to one and come back', () => {
    const four = reducePanes(ONE_PANE, { do: 'layout', layout: '1+3' });
    const one = reducePanes(four, { do: 'maximise', pane: 2 });
    expect(shownPanes(one)).toEqual([2]);
    expect(shownPanes(reducePanes(one, { do: 'next-pane' }))).toEqual([3]);
    expect(shownPanes(reducePanes(one, { do: 'maximise', pane: 2 }))).toEqual([0, 1, 2, 3]);
    expect(reducePanes(ONE_PANE, { do: 'maximise', pane: 0 }).maximised).toBeNull();
  });
});

describe('a pane that appears', () => {
  test('shows the next series that is shown nowhere', () => {
    const study = studyOf(
      seriesOf(5),
      seriesOf(5, undefined, { series: '2.25.8' }),
      seriesOf(0, undefined, { series: '2.25.9' }),
    );
    expect(startOf(study, [{ series: 0, frame: null }], 1)).toEqual({ series: 1, frame: null });
    expect(startOf(study, [{ series: 1, frame: null }], 1)).toEqual({ series: 0, frame: null });
    expect(
      startOf(
        study,
        [
          { series: 0, frame: null },
          { series: 1, frame: null },
        ],
        2,
      ),
    ).toEqual({ series: 0, frame: null });
  });

  test('shows the other image of a pair', () => {
    const pair = seriesOf(2, radiographKind());
    const flat = { ...pair, frames: pair.frames.map((frame) => ({ ...frame, position: null })) };
    expect(startOf(studyOf(flat), [{ series: 0, frame: 0 }], 1)).toEqual({ series: 0, frame: 1 });
    expect(startOf(studyOf(flat), [{ series: 0, frame: 1 }], 1)).toEqual({ series: 0, frame: 0 });
  });
});
