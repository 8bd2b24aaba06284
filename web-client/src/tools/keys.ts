// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../model/commands';
import { presetsFor } from '../model/presets';
import { looked, type ViewerState } from '../model/state';
import { MEASURE_TOOLS } from './measuring';
import { TOOLS } from './registry';

const PAGE = 10;

/** What a key means in the viewer; null: nothing. `key` as KeyboardEvent.key. */
export function keyCommand(key: string, state: ViewerState): Command | null {
  const fixed = FIXED[key] ?? FIXED[key.toLowerCase()];
  if (fixed !== undefined) return fixed(state);
  const tool = [...TOOLS, ...MEASURE_TOOLS].find((one) => one.key === key.toLowerCase());
  if (tool !== undefined) return { do: 'tool', tool: tool.id };
  return /^[1-9]$/.test(key) ? preset(state, Number(key) - 1) : null;
}

const scroll = (by: number) => (): Command => ({ do: 'scroll', by });

const zoom =
  (factor: number) =>
  (state: ViewerState): Command => ({
    do: 'move',
    factor,
    at: { x: state.canvas.width / 2, y: state.canvas.height / 2 },
    dx: 0,
    dy: 0,
  });

const FIXED: Readonly<Record<string, (state: ViewerState) => Command>> = {
  ArrowDown: scroll(1),
  ArrowRight: scroll(1),
  ArrowUp: scroll(-1),
  ArrowLeft: scroll(-1),
  PageDown: scroll(PAGE),
  PageUp: scroll(-PAGE),
  Home: () => ({ do: 'frame', index: 0 }),
  End: () => ({ do: 'frame', index: Number.MAX_SAFE_INTEGER }),
  '+': zoom(1.25),
  '=': zoom(1.25),
  '-': zoom(0.8),
  '0': () => ({ do: 'actual-size' }),
  i: () => ({ do: 'invert' }),
  f: () => ({ do: 'fit' }),
  r: () => ({ do: 'reset' }),
  t: () => ({ do: 'rotate' }),
  m: () => ({ do: 'flip' }),
  ' ': (state) => ({ do: state.cine.playing ? 'pause' : 'play' }),
};

function preset(state: ViewerState, index: number): Command | null {
  const at = looked(state);
  const chosen = at === null ? undefined : presetsFor(at.series, at.kind)[index];
  return chosen === undefined ? null : { do: 'preset', id: chosen.id };
}
