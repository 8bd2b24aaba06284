// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { Pointers } from '../tools/pointers';
import type { TakerSample } from '../tools/taker';
import { wheel } from '../tools/wheel';
import type { ViewerSession } from './session';

/** Listens to mouse, pen, fingers and wheel on the canvas and dispatches the commands that they mean. */
export function usePointers(canvas: RefObject<HTMLCanvasElement | null>, session: ViewerSession): void {
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const hands = new Hands(session);
    const ending = new AbortController();
    const options = { signal: ending.signal, passive: false } as const;
    const sampleOf = (event: PointerEvent): TakerSample => {
      const box = element.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      const isTouch = event.pointerType !== 'mouse';
      return { id: event.pointerId, at, timeMs: event.timeStamp, button: event.button, isTouch };
    };
    element.addEventListener(
      'pointerdown',
      (event) => {
        element.setPointerCapture(event.pointerId);
        if (event.button === 1) event.preventDefault();
        hands.down(sampleOf(event));
      },
      options,
    );
    element.addEventListener('pointermove', (event) => hands.move(sampleOf(event)), options);
    element.addEventListener('pointerup', (event) => hands.up(sampleOf(event)), options);
    element.addEventListener('pointercancel', (event) => hands.cancel(event.pointerId), options);
    element.addEventListener('contextmenu', (event) => event.preventDefault(), options);
    listenToWheel(element, session, options);
    return () => ending.abort();
  }, [canvas, session]);
}

/** Who has which pointer: what measures takes one, the tools have the others. */
class Hands {
  readonly #session: ViewerSession;
  readonly #pointers = new Pointers();
  readonly #others = new Set<number>();
  #taken: TakerSample | null = null;

  constructor(session: ViewerSession) {
    this.#session = session;
  }

  down(sample: TakerSample): void {
    const { taker } = this.#session;
    const isFirst = this.#taken === null && this.#others.size === 0;
    if (isFirst && sample.button === 0 && taker?.down(sample)) {
      this.#taken = sample;
      return;
    }
    this.#giveBack();
    this.#give(sample);
  }

  move(sample: TakerSample): void {
    const { taker, snapshot } = this.#session;
    if (this.#taken?.id === sample.id) {
      this.#taken = { ...sample, button: this.#taken.button };
      taker?.move(sample);
      return;
    }
    if (this.#others.size === 0 && !sample.isTouch) taker?.hover(sample.at);
    const command = this.#pointers.move(sample, snapshot.state.devicePixelRatio);
    if (command !== null) this.#session.dispatch(command);
  }

  up(sample: TakerSample): void {
    const { taker } = this.#session;
    if (this.#taken?.id === sample.id) {
      this.#taken = null;
      taker?.up(sample);
      return;
    }
    const wasTap = this.#others.size === 1 && this.#pointers.isTap(sample);
    this.#others.delete(sample.id);
    const command = this.#pointers.up(sample, this.#session.snapshot.state);
    if (wasTap && taker?.tap(sample)) return;
    if (command === null) return;
    const { onDoubleTap } = this.#session;
    if (onDoubleTap === null) this.#session.dispatch(command);
    else onDoubleTap();
  }

  /** The system took the pointer away. */
  cancel(id: number): void {
    if (this.#taken?.id === id) {
      this.#taken = null;
      this.#session.taker?.cancel();
    }
    this.#others.delete(id);
    this.#pointers.cancel(id);
  }

  /** A second finger came: both zoom, and what the first one began is dropped. */
  #giveBack(): void {
    if (this.#taken === null) return;
    this.#session.taker?.cancel();
    this.#give(this.#taken);
    this.#taken = null;
  }

  #give(sample: TakerSample): void {
    this.#others.add(sample.id);
    this.#pointers.down(sample, { state: this.#session.snapshot.state, range: this.#session.range });
  }
}

function listenToWheel(
  element: HTMLCanvasElement,
  session: ViewerSession,
  options: { readonly signal: AbortSignal; readonly passive: false },
): void {
  let rest = 0;
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const ratio = session.snapshot.state.devicePixelRatio;
      const at = { x: (event.clientX - box.left) * ratio, y: (event.clientY - box.top) * ratio };
      const { deltaY, deltaMode, ctrlKey, metaKey } = event;
      const answer = wheel({ deltaY, deltaMode, zooms: ctrlKey || metaKey, at }, rest);
      rest = answer.rest;
      if (answer.command !== null) session.dispatch(answer.command);
    },
    options,
  );
}
