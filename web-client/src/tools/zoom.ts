// SPDX-License-Identifier: Apache-2.0
import type { Tool } from './drag';

/** Pixels over which the picture grows e-fold. */
const PIXELS = 180;

/** Up is larger, about the point where the drag began. */
export const zoomTool: Tool = {
  id: 'zoom',
  label: 'Zoom',
  key: 'z',
  begin: ({ state }) => {
    const ratio = state.devicePixelRatio;
    return ({ from, before, now }) => ({
      do: 'move',
      factor: Math.exp((before.y - now.y) / PIXELS),
      at: { x: from.x * ratio, y: from.y * ratio },
      dx: 0,
      dy: 0,
    });
  },
};
