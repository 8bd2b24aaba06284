// SPDX-License-Identifier: Apache-2.0

import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ViewerSession } from './session';

/** Tells the session how many device pixels the canvas has, now and whenever that changes. */
export function useFit(canvas: RefObject<HTMLCanvasElement | null>, session: ViewerSession): void {
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const measure = () => {
      const ratio = window.devicePixelRatio || 1;
      const width = Math.max(1, Math.round(element.clientWidth * ratio));
      const height = Math.max(1, Math.round(element.clientHeight * ratio));
      session.dispatch({ do: 'resize', canvas: { width, height }, devicePixelRatio: ratio });
    };
    session.attach(element);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Moving to another display, or zooming the page, changes the ratio and not always the size.
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
      session.attach(null);
    };
  }, [canvas, session]);
}
