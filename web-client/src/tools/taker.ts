// SPDX-License-Identifier: Apache-2.0
import type { Point } from '../model/view';
import type { PointerSample } from './pointers';

/** A sample that says also what touches: a finger covers what it points at. */
export interface TakerSample extends PointerSample {
  readonly isTouch: boolean;
}

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Who may take a pointer before the tools of the picture do. A second finger always ends what it took: two fingers zoom. */
export interface Taker {
  /** Whether it takes this pointer, until `up` or `cancel`. */
  down(sample: TakerSample): boolean;
  move(sample: TakerSample): void;
  up(sample: TakerSample): void;
  cancel(): void;
  /** A mouse that hovers, with nothing pressed. CSS pixels from the top left of the canvas. */
  hover(at: Point): void;
  /** A short touch that nobody took; whether it meant something. */
  tap(sample: TakerSample): boolean;
  /** Whether the key meant something. */
  key(press: KeyPress): boolean;
}
