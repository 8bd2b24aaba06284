// SPDX-License-Identifier: Apache-2.0
import { looked, windowInForce } from '../model/state';
import { windowOfRange } from '../model/windowOfRange';
import type { Tool } from './drag';

/** Pixels over which the width grows e-fold, and the centre moves by one width. */
const PIXELS = 300;

/** Right is wider, down is darker. Starts from the window in force; without one, from the frame's own range. */
export const windowTool: Tool = {
  id: 'window',
  label: 'Window',
  key: 'w',
  begin: ({ state, range }) => {
    const at = looked(state);
    if (at === null || at.kind.format === 'RGB8') return null;
    const own = range === null ? null : windowOfRange(range, at.kind);
    const first = windowInForce(at.series, at.kind, at.own.window) ?? own;
    if (first === null) return null;
    // A window narrower than one step of the stored values shows nothing more.
    const narrowest = Math.abs(at.kind.slope) || Number.EPSILON;
    return ({ from, now }) => {
      const width = Math.max(narrowest, first.width * Math.exp((now.x - from.x) / PIXELS));
      const center = first.center + ((now.y - from.y) / PIXELS) * first.width;
      const step = Math.min(1, narrowest);
      const rounded = (value: number) => Math.round(value / step) * step;
      return {
        do: 'window',
        window: { center: rounded(center), width: rounded(width), function: first.function },
      };
    };
  },
};
