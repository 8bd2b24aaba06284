// SPDX-License-Identifier: Apache-2.0
import type { Tool } from './drag';

export const panTool: Tool = {
  id: 'pan',
  label: 'Pan',
  key: 'p',
  begin: ({ state }) => {
    const ratio = state.devicePixelRatio;
    return ({ before, now }) => ({
      do: 'move',
      factor: 1,
      at: { x: before.x * ratio, y: before.y * ratio },
      dx: (now.x - before.x) * ratio,
      dy: (now.y - before.y) * ratio,
    });
  },
};
