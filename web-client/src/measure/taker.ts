// SPDX-License-Identifier: Apache-2.0
// Turns fingers, mouse and keys on one pane into marks. Knows the pane by what it shows; touches neither canvas nor network.
import type { Command } from '../model/commands';
import { type Looked, looked, pictureOf, toolFor, type ViewerState } from '../model/state';
import { affineOf, type Point, toCanvas, toImage } from '../model/view';
import { measureToolOf } from '../tools/measuring';
import type { KeyPress, Taker, TakerSample } from '../tools/taker';
import type { Desk } from './desk';
import { withHandleAt } from './handles';
import { handleAt, MOUSE_REACH, markAt, TOUCH_REACH } from './hit';
import { keyStep } from './keyStep';
import { isAt, type Mark, type MarkKind, type MarkPlace, movedBy } from './mark';
import { isPlaced, type Placing, placeDown, placeMove, placeUp, startPlacing } from './placing';
import { regionOf } from './reading';

/** The pane as it is looked at now. */
export interface Pane {
  readonly snapshot: { readonly state: ViewerState };
  dispatch(command: Command): void;
}

/** Farther than a finger trembles, CSS pixels. */
const MOVED = { touch: 8, mouse: 4 };

type Grip =
  | { readonly kind: 'handle'; readonly mark: Mark; readonly handle: number; readonly off: Point }
  | { readonly kind: 'whole'; readonly mark: Mark; readonly from: Point }
  | { readonly kind: 'place'; readonly place: MarkPlace }
  | { readonly kind: 'look' };

/** Where the frame that is looked at is, and the maps between it and the page. */
export interface Ground {
  readonly at: Looked;
  readonly place: MarkPlace;
  readonly toPage: (point: Point) => Point;
  readonly toImage: (at: Point) => Point;
}

export function groundOf(state: ViewerState): Ground | null {
  const at = looked(state);
  const instance = at?.series.instances[at.frame.instance]?.instance;
  if (at === null || instance === undefined) return null;
  const map = affineOf(at.own.view, pictureOf(at.kind), state.canvas);
  const ratio = state.devicePixelRatio;
  return {
    at,
    place: { instance, frame: at.frame.frame },
    toPage: (point) => {
      const { x, y } = toCanvas(map, point);
      return { x: x / ratio, y: y / ratio };
    },
    toImage: ({ x, y }) => toImage(map, { x: x * ratio, y: y * ratio }),
  };
}

export class MarkTaker implements Taker {
  readonly #desk: Desk;
  readonly #pane: Pane;
  #grip: Grip | null = null;
  #from: Point = { x: 0, y: 0 };
  #moved = false;

  constructor(desk: Desk, pane: Pane) {
    this.#desk = desk;
    this.#pane = pane;
  }

  down(sample: TakerSample): boolean {
    const ground = groundOf(this.#pane.snapshot.state);
    if (ground === null) return false;
    this.#grip = this.#gripAt(ground, sample);
    if (this.#grip === null) return false;
    this.#from = sample.at;
    this.#moved = false;
    this.#hold(sample);
    if (this.#grip.kind === 'place')
      this.#setPlacing(ground, placeDown(this.#placing(ground), ground.toImage(sample.at)));
    return true;
  }

  move(sample: TakerSample): void {
    const ground = groundOf(this.#pane.snapshot.state);
    const grip = this.#grip;
    if (ground === null || grip === null) return;
    const far = Math.hypot(sample.at.x - this.#from.x, sample.at.y - this.#from.y);
    this.#moved ||= far > (sample.isTouch ? MOVED.touch : MOVED.mouse);
    this.#hold(sample);
    const at = ground.toImage(sample.at);
    if (grip.kind === 'place') this.#setPlacing(ground, placeMove(this.#placing(ground), at));
    if (!this.#moved) return;
    const moving = movedMark(grip, at);
    if (moving !== null) this.#desk.set({ moving });
  }

  up(sample: TakerSample): void {
    const ground = groundOf(this.#pane.snapshot.state);
    const grip = this.#grip;
    const { moving } = this.#desk.view;
    this.#grip = null;
    this.#desk.set({ hand: null, moving: null });
    if (ground === null || grip === null) return;
    if (grip.kind === 'place')
      this.#placed(ground, placeUp(this.#placing(ground), ground.toImage(sample.at), this.#moved));
    else if (moving !== null) this.#desk.run({ do: 'put', mark: moving });
  }

  cancel(): void {
    this.#grip = null;
    this.#desk.set({ hand: null, moving: null, placing: null });
  }

  hover(at: Point): void {
    const { placing } = this.#desk.view;
    const ground = groundOf(this.#pane.snapshot.state);
    if (placing === null || ground === null || placing.pane !== this.#pane) return;
    const next = placeMove(placing.placing, ground.toImage(at));
    if (next !== placing.placing) this.#setPlacing(ground, next);
  }

  tap(sample: TakerSample): boolean {
    const ground = groundOf(this.#pane.snapshot.state);
    if (ground === null) return false;
    const here = [...this.#desk.view.marks.all.values()].filter((mark) => isAt(mark, ground.place));
    const found = markAt(here, ground.toPage, sample.at, reachOf(sample));
    if ((found?.id ?? null) !== this.#desk.view.selected) this.#desk.set({ selected: found?.id ?? null });
    return found !== null;
  }

  key(press: KeyPress): boolean {
    const ground = groundOf(this.#pane.snapshot.state);
    if (ground === null) return false;
    const { tool } = this.#pane.snapshot.state;
    const kind = kindOf(tool);
    const step = keyStep(press);
    if (step === null) return false;
    switch (step.do) {
      case 'undo':
      case 'redo':
        this.#desk.run({ do: step.do });
        return true;
      case 'delete':
        if (this.#desk.chosen === null) return false;
        this.#desk.run({ do: 'delete', id: this.#desk.chosen.id });
        return true;
      case 'set':
        return kind !== null && this.#setByKey(ground);
      case 'nudge':
        return this.#nudge(ground, step.dx, step.dy);
      case 'leave':
        return this.#leave(ground, measureToolOf(tool) !== null);
    }
  }

  #gripAt(ground: Ground, sample: TakerSample): Grip | null {
    const { tool } = this.#pane.snapshot.state;
    if (tool === 'magnify') return { kind: 'look' };
    const { chosen } = this.#desk;
    const mark = chosen !== null && isAt(chosen, ground.place) ? chosen : null;
    const at = ground.toImage(sample.at);
    const isPlacing = this.#desk.view.placing !== null;
    if (mark !== null && !isPlacing) {
      const handle = handleAt(mark, ground.toPage, sample.at, reachOf(sample));
      if (handle !== null) return { kind: 'handle', mark, handle, off: { x: 0, y: 0 } };
    }
    if (kindOf(tool) !== null) return { kind: 'place', place: ground.place };
    const near = mark === null ? null : markAt([mark], ground.toPage, sample.at, reachOf(sample));
    return near === null ? null : { kind: 'whole', mark: near, from: at };
  }

  #hold({ at, isTouch }: TakerSample): void {
    this.#desk.set({ hand: { pane: this.#pane, at, isTouch, magnify: this.#grip?.kind === 'look' }, cursor: null });
  }

  /** What is being set on this frame with this tool; else it begins anew. */
  #placing(ground: Ground): Placing {
    const kind = kindOf(this.#pane.snapshot.state.tool) ?? 'length';
    const now = this.#desk.view.placing;
    const fits = now !== null && now.pane === this.#pane && now.placing.kind === kind;
    return fits && isSamePlace(now.place, ground.place) ? now.placing : startPlacing(kind);
  }

  #setPlacing(ground: Ground, placing: Placing): void {
    this.#desk.set({ placing: { placing, place: ground.place, pane: this.#pane }, selected: null });
  }

  #placed(ground: Ground, placing: Placing): void {
    if (!isPlaced(placing)) {
      this.#setPlacing(ground, placing);
      return;
    }
    this.#desk.set({ placing: null });
    const mark = { kind: placing.kind, place: ground.place, points: placing.fixed };
    if (!isNothing({ ...mark, id: '', text: '' })) this.#desk.add(mark);
  }

  #setByKey(ground: Ground): boolean {
    const { cursor } = this.#desk.view;
    if (cursor === null) {
      const { columns, rows } = ground.at.kind;
      this.#desk.set({ cursor: { x: Math.floor(columns / 2) + 0.5, y: Math.floor(rows / 2) + 0.5 }, selected: null });
      return true;
    }
    this.#placed(ground, placeUp(placeDown(this.#placing(ground), cursor), cursor, false));
    return true;
  }

  /** The cross when there is one, else the chosen mark. */
  #nudge(ground: Ground, dx: number, dy: number): boolean {
    const { cursor } = this.#desk.view;
    const by = inImage(ground, dx, dy);
    if (cursor !== null) {
      const { columns, rows } = ground.at.kind;
      const next = { x: clamp(cursor.x + by.x, columns), y: clamp(cursor.y + by.y, rows) };
      this.#desk.set({ cursor: next });
      const placing = this.#placing(ground);
      if (placing.fixed.length > 0) {
        this.#desk.set({ placing: { placing: placeMove(placing, next), place: ground.place, pane: this.#pane } });
      }
      return true;
    }
    const { chosen } = this.#desk;
    if (chosen === null || !isAt(chosen, ground.place)) return false;
    this.#desk.run({ do: 'put', mark: movedBy(chosen, by.x, by.y) });
    return true;
  }

  /** Escape ends one thing after the other. */
  #leave(ground: Ground, hasTool: boolean): boolean {
    const { placing, cursor, selected } = this.#desk.view;
    if (placing !== null || cursor !== null) this.#desk.set({ placing: null, cursor: null });
    else if (selected !== null) this.#desk.set({ selected: null });
    else if (hasTool) this.#pane.dispatch({ do: 'tool', tool: toolFor(ground.at.series) });
    else return false;
    return true;
  }
}

const reachOf = ({ isTouch }: TakerSample): number => (isTouch ? TOUCH_REACH : MOUSE_REACH);

const isSamePlace = (one: MarkPlace, other: MarkPlace): boolean =>
  one.instance === other.instance && one.frame === other.frame;

export function kindOf(tool: ViewerState['tool']): MarkKind | null {
  const id = measureToolOf(tool)?.id ?? null;
  return id === null || id === 'magnify' ? null : id;
}

function movedMark(grip: Grip, at: Point): Mark | null {
  if (grip.kind === 'handle') return withHandleAt(grip.mark, grip.handle, at);
  return grip.kind === 'whole' ? movedBy(grip.mark, at.x - grip.from.x, at.y - grip.from.y) : null;
}

/** What has no length and no area was a slip of the hand. */
function isNothing(mark: Mark): boolean {
  if (mark.kind === 'probe') return false;
  const box = regionOf(mark)?.box;
  if (box !== undefined) return box.width < 0.5 || box.height < 0.5;
  const [a, b] = mark.points;
  return a === undefined || b === undefined || Math.hypot(a.x - b.x, a.y - b.y) < 0.5;
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/** One image pixel in the direction that the key has on the screen, also when the picture is turned. */
function inImage(ground: Ground, dx: number, dy: number): Point {
  const origin = ground.toImage({ x: 0, y: 0 });
  const far = ground.toImage({ x: Math.sign(dx), y: Math.sign(dy) });
  const [x, y] = [far.x - origin.x, far.y - origin.y];
  const pixels = Math.max(Math.abs(dx), Math.abs(dy));
  return Math.abs(x) > Math.abs(y) ? { x: Math.sign(x) * pixels, y: 0 } : { x: 0, y: Math.sign(y) * pixels };
}
