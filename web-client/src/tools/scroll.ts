// SPDX-License-Identifier: Apache-2.0
import { looked } from '../model/state';
import type { Tool } from './drag';

const SLOWEST_PX = 24;
const FASTEST_PX = 4;

/** Up is onwards, as a page moves under a finger. About four fifths of the canvas go through a short stack. */
export const scrollTool: Tool = {
  id: 'scroll',
  label: 'Scroll',
  key: 's',
  begin: ({ state }) => {
    const at = looked(state);
    if (at === null || at.series.frames.length < 2) return null;
    const height = state.canvas.height / state.devicePixelRatio;
    const even = (0.8 * height) / at.series.frames.length;
    const pixelsPerFrame = Math.min(SLOWEST_PX, Math.max(FASTEST_PX, even));
    return ({ from, now }) => ({
      do: 'frame',
      index: at.own.frame + Math.round((from.y - now.y) / pixelsPerFrame),
    });
  },
};
