// SPDX-License-Identifier: Apache-2.0
// Which gesture the pointers on the canvas make. Keeps what is down; turns it into commands; touches nothing else.
import type { Command } from '../model/commands';
import type { ToolId, ViewerState } from '../model/state';
import { looked } from '../model/state';
import type { Point } from '../model/view';
import { isDoubleTap, type Tap } from './doubleTap';
import type { Drag, DragStart } from './drag';
import { pinch } from './pinch';
import { toolOf } from './registry';

/** A pointer event, in CSS pixels from the top left of the canvas. */
export interface PointerSample {
  readonly id: number;
  readonly at: Point;
  readonly timeMs: number;
  /** As PointerEvent.button: 0 main or touch, 1 middle, 2 right. */
  readonly button: number;
}

/** A pointer that moved less than this before it went up was a tap. */
const TAP_PX = 8;
const TAP_MS = 400;

interface Down {
  readonly from: Point;
  readonly sinceMs: number;
  now: Point;
  moved: boolean;
}

export class Pointers {
  readonly #down = new Map<number, Down>();
  #drag: Drag | null = null;
  #lastTap: Tap | null = null;
  /** After a pinch the finger that stays does nothing, else the picture would jump. */
  #spent = false;

  down(sample: PointerSample, start: DragStart): void {
    const { at, timeMs } = sample;
    this.#down.set(sample.id, { from: at, sinceMs: timeMs, now: at, moved: false });
    if (this.#down.size === 1) {
      this.#spent = false;
      this.#drag = toolOf(toolForButton(sample.button, start.state.tool)).begin(start);
    } else {
      this.#drag = null;
      this.#spent = true;
    }
  }

  move(sample: PointerSample, devicePixelRatio: number): Command | null {
    const one = this.#down.get(sample.id);
    if (one === undefined) return null;
    const before = one.now;
    one.now = sample.at;
    one.moved ||= Math.hypot(sample.at.x - one.from.x, sample.at.y - one.from.y) > TAP_PX;
    if (this.#down.size === 2) return this.#pinch(sample.id, before, devicePixelRatio);
    if (this.#drag === null || this.#spent) return null;
    return this.#drag({ from: one.from, before, now: sample.at });
  }

  /** Whether the pointer, going up now, touched for a moment only. */
  isTap(sample: PointerSample): boolean {
    const one = this.#down.get(sample.id);
    if (one === undefined || this.#spent || sample.button !== 0) return false;
    return !one.moved && sample.timeMs - one.sinceMs <= TAP_MS;
  }

  up(sample: PointerSample, state: ViewerState): Command | null {
    const isTap = this.isTap(sample);
    this.#release(sample.id);
    if (!isTap) return null;
    const tap = { at: sample.at, timeMs: sample.timeMs };
    const isDouble = isDoubleTap(this.#lastTap, tap);
    this.#lastTap = isDouble ? null : tap;
    return isDouble ? toggled(state) : null;
  }

  /** The system took the pointer away: whatever was under way ends where it is. */
  cancel(id: number): void {
    this.#release(id);
  }

  #release(id: number): void {
    this.#down.delete(id);
    if (this.#down.size === 0) this.#drag = null;
  }

  #pinch(moved: number, before: Point, devicePixelRatio: number): Command | null {
    const [one, other] = [...this.#down.entries()];
    if (one === undefined || other === undefined) return null;
    const was = ([id, down]: [number, Down]) => (id === moved ? before : down.now);
    return pinch([was(one), was(other)], [one[1].now, other[1].now], devicePixelRatio);
  }
}

/** The right button windows and the middle one pans, whatever tool is chosen. */
function toolForButton(button: number, chosen: ToolId): ToolId {
  if (button === 2) return 'window';
  return button === 1 ? 'pan' : chosen;
}

/** A double tap goes from the whole picture to pixel for pixel and back. */
const toggled = (state: ViewerState): Command | null => {
  const at = looked(state);
  if (at === null) return null;
  return at.own.view.zoom.mode === 'fit' ? { do: 'actual-size' } : { do: 'fit' };
};
