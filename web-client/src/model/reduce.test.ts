// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindOf, radiographKind, seriesOf, studyOf } from '../testing/study';
import type { Command } from './commands';
import { reduce } from './reduce';
import { looked, openStudy, type ViewerState, windowInForce } from './state';

const study = studyOf(
  seriesOf(300),
  seriesOf(1, radiographKind(), { series: '2.25.8', modality: 'DX' }),
  seriesOf(40, kindOf({ format: 'RGB8' }), { series: '2.25.9', frameTimeMs: 33 }),
);
const opened = reduce(openStudy(study), { do: 'resize', canvas: { width: 800, height: 600 }, devicePixelRatio: 2 });
const doing = (...commands: Command[]): ViewerState => commands.reduce(reduce, opened);
const own = (state: ViewerState) => state.bySeries[state.current];

describe('the state', () => {
  test('opens a stack at its middle and a cine at its start', () => {
    expect(opened.bySeries.map((one) => one.frame)).toEqual([149, 0, 0]);
  });

  test('never leaves the stack', () => {
    expect(own(doing({ do: 'scroll', by: 1000 }))?.frame).toBe(299);
    expect(own(doing({ do: 'frame', index: -5 }))?.frame).toBe(0);
  });

  test('knows where the reader is heading', () => {
    expect(doing({ do: 'scroll', by: 3 }).heading).toBe(1);
    expect(doing({ do: 'scroll', by: -1 }).heading).toBe(-1);
  });

  test('remembers each series while another is shown', () => {
    const state = doing({ do: 'scroll', by: 5 }, { do: 'invert' }, { do: 'series', index: 1 });
    expect(own(state)?.negative).toBe(false);
    const back = reduce(state, { do: 'series', index: 0 });
    expect(own(back)).toMatchObject({ frame: 154, negative: true });
  });

  test('chooses the finger that makes sense for the series', () => {
    expect(opened.tool).toBe('scroll');
    expect(doing({ do: 'series', index: 1 }).tool).toBe('window');
  });

  test('plays round and round, at the speed of the file', () => {
    const state = doing({ do: 'series', index: 2 }, { do: 'frame', index: 39 }, { do: 'play' }, { do: 'cine-step' });
    expect(own(state)?.frame).toBe(0);
    expect(state.cine).toEqual({ playing: true, frameMs: 33 });
    expect(doing({ do: 'series', index: 1 }, { do: 'play' }).cine.playing).toBe(false);
  });

  test('takes no window that shows nothing', () => {
    const state = doing({ do: 'window', window: { center: 0, width: 0, function: 'LINEAR' } });
    expect(state).toEqual(opened);
  });

  test('resets to what was drawn at first', () => {
    const changed = doing(
      { do: 'window', window: { center: 1, width: 2, function: 'LINEAR' } },
      { do: 'rotate' },
      { do: 'actual-size' },
      { do: 'invert' },
      { do: 'reset' },
    );
    expect(own(changed)).toEqual(own(opened));
  });

  test('resolves a preset to its window, and one that is not there to the first', () => {
    const at = looked(doing({ do: 'preset', id: 'ct-bone' }));
    if (at === null) throw new Error('nothing looked at');
    expect(windowInForce(at.series, at.kind, at.own.window)).toMatchObject({ center: 400, width: 1800 });
    expect(windowInForce(at.series, at.kind, { by: 'preset', id: 'gone' })).toMatchObject({ center: 40, width: 400 });
  });

  test('stays well formed whatever is done to it', () => {
    const command: fc.Arbitrary<Command> = fc.oneof(
      fc.record({ do: fc.constant('series' as const), index: fc.integer({ min: -1, max: 4 }) }),
      fc.record({ do: fc.constant('frame' as const), index: fc.integer() }),
      fc.record({ do: fc.constant('scroll' as const), by: fc.integer() }),
      fc.constantFrom<Command>(
        { do: 'fit' },
        { do: 'actual-size' },
        { do: 'rotate' },
        { do: 'flip' },
        { do: 'invert' },
        { do: 'reset' },
        { do: 'play' },
        { do: 'pause' },
        { do: 'cine-step' },
      ),
      fc.record({
        do: fc.constant('move' as const),
        factor: fc.double({ min: 0, max: 100, noNaN: true }),
        at: fc.record({ x: fc.integer({ min: -9, max: 999 }), y: fc.integer({ min: -9, max: 999 }) }),
        dx: fc.integer({ min: -999, max: 999 }),
        dy: fc.integer({ min: -999, max: 999 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const state = doing(...commands);
        const at = looked(state);
        expect(at).not.toBeNull();
        const zoom = at?.own.view.zoom;
        if (zoom?.mode === 'free') {
          expect(Number.isFinite(zoom.scale)).toBe(true);
          expect(zoom.centerX >= 0 && zoom.centerX <= 1 && zoom.centerY >= 0 && zoom.centerY <= 1).toBe(true);
        }
      }),
    );
  });
});
