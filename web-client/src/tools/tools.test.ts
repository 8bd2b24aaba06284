// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import type { Command } from '../model/commands';
import { reduce } from '../model/reduce';
import { openStudy, type ToolId, type ViewerState } from '../model/state';
import { kindOf, radiographKind, seriesOf, studyOf } from '../testing/study';
import { keyCommand } from './keys';
import { type PointerSample, Pointers } from './pointers';
import { TOOLS } from './registry';
import { wheel } from './wheel';

const study = studyOf(seriesOf(300), seriesOf(1, radiographKind({ windows: [] }), { series: '2.25.8' }));
const opened = reduce(openStudy(study), { do: 'resize', canvas: { width: 1000, height: 1200 }, devicePixelRatio: 2 });
const withTool = (tool: ToolId) => reduce(opened, { do: 'tool', tool });
const sample = (x: number, y: number, id = 1, timeMs = 0, button = 0): PointerSample => ({
  id,
  at: { x, y },
  timeMs,
  button,
});

/** A drag through the points, applied as it goes. */
function dragged(state: ViewerState, points: readonly [number, number][], button = 0): ViewerState {
  const pointers = new Pointers();
  const [[x, y] = [0, 0], ...rest] = points;
  let now = state;
  pointers.down(sample(x, y, 1, 0, button), { state, range: { min: 0, max: 1000 } });
  for (const [toX, toY] of rest) {
    const command = pointers.move(sample(toX, toY), 2);
    if (command !== null) now = reduce(now, command);
  }
  return now;
}

const own = (state: ViewerState) => state.bySeries[state.current];

describe.each(TOOLS.map((tool) => tool.id))('the tool %s', (id) => {
  test('leaves the state as it is when the pointer is taken away before it moved', () => {
    const pointers = new Pointers();
    pointers.down(sample(5, 5), { state: withTool(id), range: null });
    pointers.cancel(1);
    expect(pointers.move(sample(50, 50), 2)).toBeNull();
  });

  test('does something when dragged', () => {
    const state = withTool(id);
    const after = dragged(state, [
      [250, 300],
      [290, 260],
      [330, 200],
    ]);
    expect(own(after)).not.toEqual(own(state));
  });

  test('has a key of its own', () => {
    const key = TOOLS.find((tool) => tool.id === id)?.key ?? '';
    expect(keyCommand(key, opened)).toEqual({ do: 'tool', tool: id });
  });
});

describe('a finger', () => {
  test('that goes up scrolls on, and back again when it comes back', () => {
    expect(
      own(
        dragged(opened, [
          [250, 400],
          [250, 300],
        ]),
      )?.frame,
    ).toBe(149 + 25);
    expect(
      own(
        dragged(opened, [
          [250, 400],
          [250, 300],
          [250, 400],
        ]),
      )?.frame,
    ).toBe(149);
  });

  test('on window goes right for wider and down for darker', () => {
    const after = own(
      dragged(withTool('window'), [
        [100, 100],
        [200, 190],
      ]),
    )?.window;
    if (after?.by !== 'hand') throw new Error('no window by hand');
    expect(after.window.width).toBeGreaterThan(400);
    expect(after.window.center).toBe(40 + 0.3 * 400);
  });

  test('on window never makes a width of zero or less', () => {
    const after = own(
      dragged(withTool('window'), [
        [4000, 0],
        [-90_000, 0],
      ]),
    )?.window;
    expect(after).toMatchObject({ by: 'hand', window: { width: 1 } });
  });

  test('on window starts from the range of a frame that names none', () => {
    const film = reduce(opened, { do: 'series', index: 1 });
    const after = own(
      dragged(film, [
        [0, 0],
        [0, 0],
      ]),
    )?.window;
    expect(after).toMatchObject({ window: { center: -524, width: 1000, function: 'LINEAR_EXACT' } });
    const pointers = new Pointers();
    pointers.down(sample(0, 0), { state: film, range: null });
    expect(pointers.move(sample(9, 9), 2)).toBeNull();
  });

  test('on pan moves the picture with it, in device pixels', () => {
    const pointers = new Pointers();
    pointers.down(sample(10, 10), { state: withTool('pan'), range: null });
    expect(pointers.move(sample(15, 7), 2)).toMatchObject({ do: 'move', factor: 1, dx: 10, dy: -6 });
  });
});

describe('mouse buttons', () => {
  test('right windows and middle pans whatever tool is chosen', () => {
    expect(
      own(
        dragged(
          opened,
          [
            [0, 0],
            [50, 50],
          ],
          2,
        ),
      )?.window.by,
    ).toBe('hand');
    expect(
      own(
        dragged(
          opened,
          [
            [0, 0],
            [50, 50],
          ],
          1,
        ),
      )?.view.zoom.mode,
    ).toBe('free');
  });
});

describe('two fingers', () => {
  test('zoom by how far they are apart and pan by their middle, at once', () => {
    const pointers = new Pointers();
    pointers.down(sample(100, 100, 1), { state: opened, range: null });
    pointers.down(sample(200, 100, 2), { state: opened, range: null });
    const command = pointers.move(sample(300, 100, 2), 2);
    expect(command).toEqual({ do: 'move', factor: 2, at: { x: 300, y: 200 }, dx: 100, dy: 0 });
  });

  test('leave the picture alone when one of them stays', () => {
    const pointers = new Pointers();
    pointers.down(sample(100, 100, 1), { state: opened, range: null });
    pointers.down(sample(200, 100, 2), { state: opened, range: null });
    pointers.up(sample(200, 100, 2), opened);
    expect(pointers.move(sample(100, 300, 1), 2)).toBeNull();
  });
});

describe('a double tap', () => {
  const tapTwice = (state: ViewerState, secondMs: number): Command | null => {
    const pointers = new Pointers();
    let last: Command | null = null;
    for (const at of [0, secondMs]) {
      pointers.down(sample(50, 50, 1, at), { state, range: null });
      last = pointers.up(sample(52, 50, 1, at + 60), state);
    }
    return last;
  };

  test('goes from the whole picture to pixel for pixel and back', () => {
    expect(tapTwice(opened, 200)).toEqual({ do: 'actual-size' });
    expect(tapTwice(reduce(opened, { do: 'actual-size' }), 200)).toEqual({ do: 'fit' });
  });

  test('is not two taps far apart in time', () => {
    expect(tapTwice(opened, 900)).toBeNull();
  });
});

describe('the wheel', () => {
  const step = (deltaY: number, zooms = false, deltaMode = 0) => ({ deltaY, deltaMode, zooms, at: { x: 1, y: 2 } });

  test('scrolls one frame a notch, whichever way a system counts notches', () => {
    expect(wheel(step(120), 0).command).toEqual({ do: 'scroll', by: 1 });
    expect(wheel(step(-100), 0).command).toEqual({ do: 'scroll', by: -1 });
    expect(wheel(step(3, false, 1), 0).command).toEqual({ do: 'scroll', by: 1 });
  });

  test('adds up the small steps of a trackpad', () => {
    const first = wheel(step(10), 0);
    expect(first).toEqual({ command: null, rest: 10 });
    expect(wheel(step(20), first.rest)).toEqual({ command: { do: 'scroll', by: 1 }, rest: 6 });
  });

  test('zooms about the pointer with control', () => {
    const { command } = wheel(step(-50, true), 0);
    expect(command).toMatchObject({ do: 'move', at: { x: 1, y: 2 } });
    expect(command?.do === 'move' && command.factor).toBeGreaterThan(1);
  });
});

describe('keys', () => {
  const pressed = (...keys: string[]) =>
    keys.reduce((state, key) => {
      const command = keyCommand(key, state);
      return command === null ? state : reduce(state, command);
    }, opened);

  test('move through the stack', () => {
    expect(own(pressed('ArrowDown', 'ArrowDown', 'ArrowUp'))?.frame).toBe(150);
    expect(own(pressed('PageDown'))?.frame).toBe(159);
    expect(own(pressed('End'))?.frame).toBe(299);
    expect(own(pressed('Home'))?.frame).toBe(0);
  });

  test('choose presets by their place in the menu', () => {
    expect(keyCommand('1', opened)).toEqual({ do: 'preset', id: 'own-0' });
    expect(keyCommand('2', opened)).toEqual({ do: 'preset', id: 'ct-lung' });
    const colour = openStudy(studyOf(seriesOf(2, kindOf({ format: 'RGB8' }))));
    expect(keyCommand('1', colour)).toBeNull();
  });

  test('invert, play, and mean nothing when they mean nothing', () => {
    expect(own(pressed('i'))?.negative).toBe(true);
    expect(pressed(' ').cine.playing).toBe(true);
    expect(pressed(' ', ' ').cine.playing).toBe(false);
    expect(keyCommand('q', opened)).toBeNull();
    expect(keyCommand('Escape', opened)).toBeNull();
  });
});
