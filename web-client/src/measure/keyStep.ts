// SPDX-License-Identifier: Apache-2.0
import type { KeyPress } from '../tools/taker';

/** What a key means to whoever measures. */
export type KeyStep =
  | { readonly do: 'undo' | 'redo' | 'delete' | 'set' | 'leave' }
  | { readonly do: 'nudge'; readonly dx: number; readonly dy: number };

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function keyStep({ key, shiftKey, ctrlKey, metaKey }: KeyPress): KeyStep | null {
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === 'z') return { do: shiftKey ? 'redo' : 'undo' };
    return key.toLowerCase() === 'y' ? { do: 'redo' } : null;
  }
  const arrow = ARROWS[key];
  if (arrow !== undefined) {
    const far = shiftKey ? 10 : 1;
    return { do: 'nudge', dx: arrow[0] * far, dy: arrow[1] * far };
  }
  switch (key) {
    case 'u':
    case 'U':
      return { do: 'undo' };
    case 'y':
    case 'Y':
      return { do: 'redo' };
    case 'Delete':
    case 'Backspace':
      return { do: 'delete' };
    case 'Enter':
      return { do: 'set' };
    case 'Escape':
      return { do: 'leave' };
    default:
      return null;
  }
}
