// SPDX-License-Identifier: Apache-2.0
// From stored values to grey (PS3.3 C.11.1, C.11.2, C.7.6.3.1.2): rescale, window, one inversion, padding. One table
// over every value that an exact tile can hold, so that windowing a picture is one look-up a pixel.
import type { FrameKind, VoiWindow } from './study';
import { type Lut, lutFunction } from './voiLut';

/** What is needed to make the table; plain data, so that it can be posted to a worker. */
export interface Look {
  readonly kind: LookKind;
  /** null: from minimum to maximum of `range`. */
  readonly window: Voi | null;
  /** Minimum and maximum of the frame's stored values without padding. */
  readonly range: Range | null;
  /** Whether the viewer asked for the negative, on top of the kind's own polarity. */
  readonly negative: boolean;
}

export type LookKind = Pick<
  FrameKind,
  'format' | 'bitsStored' | 'signed' | 'offset' | 'inverted' | 'slope' | 'intercept' | 'padding'
>;

/** A window; or, with `lut`, that table, and the window is what a drag from there starts with. */
export type Voi = Pick<VoiWindow, 'center' | 'width' | 'function'> & { readonly lut?: Lut };

export interface Range {
  readonly min: number;
  readonly max: number;
}

export const lookKind = (kind: FrameKind): LookKind => ({
  format: kind.format,
  bitsStored: kind.bitsStored,
  signed: kind.signed,
  offset: kind.offset,
  inverted: kind.inverted,
  slope: kind.slope,
  intercept: kind.intercept,
  padding: kind.padding,
});

/**
 * The VOI function from a rescaled value to 0 … 255, not rounded. LINEAR: C.11.2.1.2.1; its width may not be below 1, so
 * a narrower one is read as LINEAR_EXACT. SIGMOID: C.11.2.1.3.1; LINEAR_EXACT: C.11.2.1.3.2.
 */
export function voiFunction(window: Voi): (value: number) => number {
  const { center, width } = window;
  if (window.lut !== undefined) return lutFunction(window.lut);
  if (window.function === 'SIGMOID') {
    return (x) => 255 / (1 + Math.exp((-4 * (x - center)) / width));
  }
  if (window.function === 'LINEAR' && width >= 1) return linear(center, width);
  return linearExact(center, width);
}

function linear(center: number, width: number): (value: number) => number {
  // Half a step and one step are taken off on purpose: C.11.2.1.2.1 maps w values, not w - 1 distances.
  const middle = center - 0.5;
  const half = (width - 1) / 2;
  return (x) => {
    if (x <= middle - half) return 0;
    if (x > middle + half) return 255;
    return ((x - middle) / (width - 1) + 0.5) * 255;
  };
}

function linearExact(center: number, width: number): (value: number) => number {
  return (x) => {
    if (x <= center - width / 2) return 0;
    if (x > center + width / 2) return 255;
    return ((x - center) / width + 0.5) * 255;
  };
}

/** Minimum black, maximum white; a constant picture is black, never a division by zero. */
export function fullRange(range: Range): (stored: number) => number {
  const span = range.max - range.min;
  if (span <= 0) return () => 0;
  return (stored) => Math.min(255, Math.max(0, ((stored - range.min) / span) * 255));
}

/** Grey 0 … 255 for each value that the tile can hold: 256 or 65,536 entries. */
export function lookUpTable(look: Look): Uint8ClampedArray {
  const { kind } = look;
  const size = kind.format === 'GREY16' ? 65_536 : 256;
  // A clamped array rounds halves to even; rounding is done here so that it is stated: half up.
  const table = new Uint8ClampedArray(size);
  const grey = greyOf(look);
  const negative = kind.inverted !== look.negative;
  for (let held = 0; held < size; held++) {
    const value = Math.floor(grey(held - kind.offset) + 0.5);
    table[held] = negative ? 255 - value : value;
  }
  blackenPadding(table, kind);
  return table;
}

function greyOf(look: Look): (stored: number) => number {
  const { kind, window } = look;
  if (window !== null) {
    const voi = voiFunction(window);
    return (stored) => voi(stored * kind.slope + kind.intercept);
  }
  const top = 2 ** kind.bitsStored;
  const whole = kind.signed ? { min: -top / 2, max: top / 2 - 1 } : { min: 0, max: top - 1 };
  const rising = fullRange(look.range ?? whole);
  // The least rescaled value is black: under a negative slope that is the greatest stored one.
  const { min, max } = look.range ?? whole;
  return kind.slope < 0 ? (stored) => rising(min + max - stored) : rising;
}

/** Padding is background: black whatever the polarity (PS3.3 C.7.5.1.1.2). */
function blackenPadding(table: Uint8ClampedArray, kind: LookKind): void {
  if (kind.padding === null) return;
  const from = Math.max(0, kind.padding.from + kind.offset);
  const to = Math.min(table.length - 1, kind.padding.to + kind.offset);
  if (from <= to) table.fill(0, from, to + 1);
}
