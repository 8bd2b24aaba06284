// SPDX-License-Identifier: Apache-2.0
import { text } from '../ui/text';
import { MEASURE_TOOLS } from './measuring';

export interface KeyLine {
  /** As KeyboardEvent.key. */
  readonly keys: readonly string[];
  readonly means: string;
}

/** What the keys do, for the card that lists them; `keyCard.test.ts` holds each against `keyCommand`. */
export const KEY_LINES: readonly KeyLine[] = [
  { keys: ['ArrowDown', 'ArrowUp'], means: text.keys.step },
  { keys: ['PageDown', 'PageUp'], means: text.keys.page },
  { keys: ['Home', 'End'], means: text.keys.ends },
  { keys: [' '], means: text.keys.play },
  { keys: ['s'], means: text.keys.scroll },
  { keys: ['w'], means: text.keys.window },
  { keys: ['p'], means: text.keys.pan },
  { keys: ['z'], means: text.keys.zoom },
  { keys: ['+', '-'], means: text.keys.zoomStep },
  { keys: ['f'], means: text.keys.fit },
  { keys: ['0'], means: text.keys.actual },
  { keys: ['i'], means: text.keys.invert },
  { keys: ['1', '9'], means: text.keys.presets },
  { keys: ['t'], means: text.keys.rotate },
  { keys: ['m'], means: text.keys.flip },
  { keys: ['r'], means: text.keys.reset },
  ...MEASURE_TOOLS.map(({ key, label }) => ({ keys: [key], means: label })),
];

const NAMES: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  ' ': 'Space',
};

export const keyName = (key: string): string => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
