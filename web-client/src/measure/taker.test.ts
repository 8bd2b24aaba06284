// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import type { Command } from '../model/commands';
import { reduce } from '../model/reduce';
import { openStudy, type ToolId, type ViewerState } from '../model/state';
import { kindOf, seriesOf, studyOf } from '../testing/study';
import type { TakerSample } from '../tools/taker';
import { Desk } from './desk';
import { MarkTaker } from './taker';

/** Two CSS pixels an image column, the image's corner at the canvas' corner; a device pixel ratio that is not 1. */
function world(tool: ToolId, isTouch = true) {
  let state: ViewerState = openStudy(studyOf(seriesOf(20, kindOf({ rows: 100, columns: 100 }))));
  const pane = {
    get snapshot() {
      return { state };
    },
    dispatch: (command: Command) => {
      state = reduce(state, command);
    },
  };
  pane.dispatch({ do: 'resize', canvas: { width: 600, height: 600 }, devicePixelRatio: 3 });
  pane.dispatch({ do: 'tool', tool });
  let count = 0;
  const desk = new Desk(() => `id-${++count}`);
  const taker = new MarkTaker(desk, pane);
  const sample = (x: number, y: number): TakerSample => ({ id: 1, at: { x, y }, timeMs: 0, button: 0, isTouch });
  const drag = (from: [number, number], to: [number, number]) => {
    if (!taker.down(sample(...from))) return false;
    taker.move(sample(...to));
    taker.up(sample(...to));
    return true;
  };
  const key = (name: string, shiftKey = false) => taker.key({ key: name, shiftKey, ctrlKey: false, metaKey: false });
  const points = () => [...desk.view.marks.all.values()].map((mark) => mark.points.map(({ x, y }) => [x, y]));
  return { pane, desk, taker, sample, drag, key, points };
}

describe('a finger', () => {
  test('drags a length from end to end, in image pixels', () => {
    const { drag, points, desk } = world('length');
    drag([20, 40], [120, 40]);
    expect(points()).toEqual([
      [
        [10, 20],
        [60, 20],
      ],
    ]);
    expect(desk.view.selected).toBe('id-1');
  });

  test('that is joined by a second one leaves nothing behind', () => {
    const { taker, sample, desk } = world('length');
    taker.down(sample(20, 40));
    taker.move(sample(120, 40));
    taker.cancel();
    expect(desk.view.placing).toBeNull();
    expect(desk.view.marks.past).toEqual([]);
  });

  test('pulls the handle that is within 22 pixels, and a mouse must be nearer', () => {
    const touch = world('length');
    touch.drag([20, 40], [120, 40]);
    touch.drag([120 + 20, 40], [160, 80]);
    expect(touch.points()).toEqual([
      [
        [10, 20],
        [80, 40],
      ],
    ]);
    const mouse = world('length', false);
    mouse.drag([20, 40], [120, 40]);
    mouse.drag([120 + 20, 40], [160, 80]);
    expect(mouse.points()).toHaveLength(2);
  });

  test('moves a chosen mark as a whole when no measuring tool is on, and leaves the picture alone elsewhere', () => {
    const { drag, points, pane } = world('length');
    drag([20, 40], [120, 40]);
    pane.dispatch({ do: 'tool', tool: 'scroll' });
    expect(drag([70, 40], [80, 60])).toBe(true);
    expect(points()).toEqual([
      [
        [15, 30],
        [65, 30],
      ],
    ]);
    expect(drag([70, 150], [80, 60])).toBe(false);
  });

  test('chooses a mark by tapping it, and lets go of it by tapping elsewhere', () => {
    const { drag, taker, sample, desk, pane } = world('length');
    drag([20, 40], [120, 40]);
    pane.dispatch({ do: 'tool', tool: 'scroll' });
    expect(taker.tap(sample(70, 150))).toBe(false);
    expect(desk.view.selected).toBeNull();
    expect(taker.tap(sample(70, 50))).toBe(true);
    expect(desk.view.selected).toBe('id-1');
  });

  test('that only slipped draws nothing', () => {
    const { taker, sample, points } = world('ellipse');
    taker.down(sample(20, 40));
    taker.up(sample(20, 40));
    taker.down(sample(20, 40));
    taker.up(sample(20, 40));
    expect(points()).toEqual([]);
  });

  test('never carries a half set mark to another image', () => {
    const { taker, sample, pane, points } = world('length');
    taker.down(sample(20, 40));
    taker.up(sample(20, 40));
    pane.dispatch({ do: 'scroll', by: 1 });
    taker.down(sample(120, 40));
    taker.up(sample(120, 40));
    expect(points()).toEqual([]);
  });
});

describe('keys', () => {
  test('set a length: cross, point, way, point', () => {
    const { key, points } = world('length');
    for (const name of ['Enter', 'Enter']) key(name);
    key('ArrowRight', true);
    key('ArrowUp');
    key('Enter');
    expect(points()).toEqual([
      [
        [50.5, 50.5],
        [60.5, 49.5],
      ],
    ]);
  });

  test('go the way that they point when the picture is turned', () => {
    const { key, points, pane } = world('length');
    pane.dispatch({ do: 'rotate' });
    for (const name of ['Enter', 'Enter', 'ArrowRight', 'Enter']) key(name);
    expect(points()).toEqual([
      [
        [50.5, 50.5],
        [50.5, 49.5],
      ],
    ]);
  });

  test('undo, redo, delete and leave', () => {
    const { drag, key, points, desk, pane } = world('length');
    drag([20, 40], [120, 40]);
    key('u');
    expect(points()).toEqual([]);
    key('y');
    expect(points()).toHaveLength(1);
    desk.set({ selected: 'id-1' });
    key('Delete');
    expect(points()).toEqual([]);
    expect(key('Escape')).toBe(true);
    expect(pane.snapshot.state.tool).toBe('scroll');
    expect(key('Escape')).toBe(false);
  });

  test('that mean nothing here are left to the picture', () => {
    const { key } = world('scroll');
    expect([key('ArrowDown'), key('w'), key('Enter'), key('Delete')]).toEqual([false, false, false, false]);
  });
});

test('whoever keeps marks hears of each change, by undo too, and not of what came from elsewhere', () => {
  const { drag, key, desk } = world('length');
  const heard: string[] = [];
  desk.onEdit = (id, mark) => heard.push(`${id} ${mark === null ? 'gone' : 'there'}`);
  drag([20, 40], [120, 40]);
  key('u');
  desk.run({ do: 'take', id: 'x', mark: null });
  expect(heard).toEqual(['id-1 there', 'id-1 gone']);
});
