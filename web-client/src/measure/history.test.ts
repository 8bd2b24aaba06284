// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MarkCommand, type Marks, NO_MARKS, reduceMarks } from './history';
import type { Mark } from './mark';
import { isPlaced, placeDown, placedPoints, placeMove, placeUp, startPlacing } from './placing';

const mark = (id: string, x: number): Mark => ({
  id,
  kind: 'length',
  place: { instance: '2.25.1', frame: 1 },
  points: [
    { x, y: 0 },
    { x: x + 5, y: 0 },
  ],
  text: '',
});

const shown = (marks: Marks) => [...marks.all.values()].sort((one, other) => (one.id < other.id ? -1 : 1));

describe('undo and redo', () => {
  test('go back over every change and on again', () => {
    const command: fc.Arbitrary<MarkCommand> = fc.oneof(
      fc
        .record({ id: fc.constantFrom('a', 'b', 'c'), x: fc.nat(3) })
        .map(({ id, x }) => ({ do: 'put' as const, mark: mark(id, x) })),
      fc.constantFrom('a', 'b', 'c').map((id) => ({ do: 'delete' as const, id })),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
        const all = commands.reduce(reduceMarks, NO_MARKS);
        const steps = all.past.length;
        let back = all;
        for (let step = 0; step < steps; step++) back = reduceMarks(back, { do: 'undo' });
        expect(shown(back)).toEqual([]);
        let on = back;
        for (let step = 0; step < steps; step++) on = reduceMarks(on, { do: 'redo' });
        expect(shown(on)).toEqual(shown(all));
      }),
    );
  });

  test('a new change ends what could be done again; no change is none', () => {
    const one = reduceMarks(reduceMarks(NO_MARKS, { do: 'put', mark: mark('a', 1) }), { do: 'undo' });
    expect(reduceMarks(one, { do: 'put', mark: mark('b', 1) }).future).toEqual([]);
    const put = reduceMarks(NO_MARKS, { do: 'put', mark: mark('a', 1) });
    expect(reduceMarks(put, { do: 'put', mark: mark('a', 1) })).toBe(put);
    expect(reduceMarks(put, { do: 'delete', id: 'z' })).toBe(put);
  });

  test('what comes from elsewhere is not undone here', () => {
    const own = reduceMarks(NO_MARKS, { do: 'put', mark: mark('a', 1) });
    const taken = reduceMarks(own, { do: 'take', id: 'a', mark: mark('a', 9) });
    expect(shown(reduceMarks(taken, { do: 'undo' }))).toEqual([mark('a', 9)]);
  });
});

describe('placing', () => {
  const from = { x: 10, y: 10 };
  const to = { x: 50, y: 10 };

  test('by dragging sets both ends', () => {
    const down = placeDown(startPlacing('length'), from);
    const done = placeUp(placeMove(down, to), to, true);
    expect(isPlaced(done)).toBe(true);
    expect(placedPoints(done)).toEqual([from, to]);
  });

  test('by tapping twice sets both ends, and the line follows a hovering mouse between', () => {
    const first = placeUp(placeDown(startPlacing('length'), from), from, false);
    expect(isPlaced(first)).toBe(false);
    expect(placedPoints(placeMove(first, to))).toEqual([from, to]);
    expect(placedPoints(placeUp(placeDown(first, to), to, false))).toEqual([from, to]);
  });

  test('of a probe is one tap', () => {
    const done = placeUp(placeDown(startPlacing('probe'), from), from, false);
    expect(placedPoints(done)).toEqual([from]);
  });

  test('of an angle takes a drag and a tap, of a Cobb angle two drags or four taps', () => {
    const end = { x: 9, y: 90 };
    const arm = placeUp(placeDown(startPlacing('angle'), from), to, true);
    expect(isPlaced(arm)).toBe(false);
    expect(placedPoints(placeUp(placeDown(arm, end), end, false))).toEqual([from, to, end]);
    const line = placeUp(placeDown(startPlacing('cobb'), from), to, true);
    expect(placedPoints(placeUp(placeDown(line, end), from, true))).toEqual([from, to, end, from]);
    let taps = startPlacing('cobb');
    for (const at of [from, to, end, from]) taps = placeUp(placeDown(taps, at), at, false);
    expect(isPlaced(taps)).toBe(true);
  });
});
