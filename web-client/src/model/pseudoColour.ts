// SPDX-License-Identifier: Apache-2.0
// The palette of a pseudo-colour presentation state (PS3.3 A.33.3): red, green and blue of each of 256 levels of grey. Pure.
import type { FrameKind } from './study';
import type { Voi } from './voi';

const LEVELS = 256;

/** One channel as a filter's table takes it: 256 numbers from 0 to 1, so that no level lies between two of them. */
export type Channels = readonly [red: string, green: string, blue: string];

export function channelsOf(palette: string): Channels {
  const bytes = atob(palette);
  const channel = (first: number) =>
    Array.from({ length: LEVELS }, (_, level) => (bytes.charCodeAt(3 * level + first) / 255).toFixed(5)).join(' ');
  return [channel(0), channel(1), channel(2)];
}

/** The colours from the lowest to the highest level as a CSS gradient. */
export function gradientOf(palette: string, stops = 32): string {
  const bytes = atob(palette);
  const colours = Array.from({ length: stops }, (_, index) => {
    const at = 3 * Math.round((index * (LEVELS - 1)) / (stops - 1));
    return `rgb(${bytes.charCodeAt(at)} ${bytes.charCodeAt(at + 1)} ${bytes.charCodeAt(at + 2)})`;
  });
  return `linear-gradient(to right, ${colours.join(', ')})`;
}

/** What the ends of the colours stand for; null: nobody can say (a table, or a window that follows the picture). */
export function rangeOf(kind: FrameKind, window: Voi | null): readonly [string, string] | null {
  if (window === null || window.lut !== undefined || window.function === 'SIGMOID') return null;
  const unit = kind.unit === null ? '' : ` ${kind.unit}`;
  const end = (side: number) => `${Math.round((window.center + (side * window.width) / 2) * 100) / 100}${unit}`;
  return [end(-1), end(1)];
}
