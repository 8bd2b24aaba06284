// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { type PointerSample, Pointers } from '../tools/pointers';
import { wheel } from '../tools/wheel';
import type { ViewerSession } from './session';

/** Listens to mouse, pen, fingers and wheel on the canvas and dispatches the commands that they mean. */
export function usePointers(canvas: RefObject<HTMLCanvasElement | null>, session: ViewerSession): void {
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const pointers = new Pointers();
    const ending = new AbortController();
    const options = { signal: ending.signal, passive: false } as const;
    const sampleOf = (event: PointerEvent): PointerSample => {
      const box = element.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      return { id: event.pointerId, at, timeMs: event.timeStamp, button: event.button };
    };
    const state = () => session.snapshot.state;
    element.addEventListener(
      'pointerdown',
      (event) => {
        element.setPointerCapture(event.pointerId);
        if (event.button === 1) event.preventDefault();
        pointers.down(sampleOf(event), { state: state(), range: session.range });
      },
      options,
    );
    element.addEventListener(
      'pointermove',
      (event) => {
        const command = pointers.move(sampleOf(event), state().devicePixelRatio);
        if (command !== null) session.dispatch(command);
      },
      options,
    );
    element.addEventListener(
      'pointerup',
      (event) => {
        const command = pointers.up(sampleOf(event), state());
        if (command !== null) session.dispatch(command);
      },
      options,
    );
    element.addEventListener('pointercancel', (event) => pointers.cancel(event.pointerId), options);
    element.addEventListener('contextmenu', (event) => event.preventDefault(), options);
    listenToWheel(element, session, options);
    return () => ending.abort();
  }, [canvas, session]);
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
