// SPDX-License-Identifier: Apache-2.0
// A preview holds 8 bits with the default window applied. Until exact values are here, another window is
// approximated: the grey level is carried back to a value through the default window, then through the wanted one.
import { type Voi, voiFunction } from './voi';
import { lutValueAt } from './voiLut';

/** The value in the middle of what the window maps to grey `level` (0 … 255). */
export function valueAt(window: Voi, level: number): number {
  if (window.lut !== undefined) return lutValueAt(window.lut, level);
  if (window.function === 'SIGMOID') {
    const part = Math.min(254.5, Math.max(0.5, level)) / 255;
    return window.center - (window.width / 4) * Math.log(1 / part - 1);
  }
  if (window.function === 'LINEAR' && window.width >= 1) {
    return window.center - 0.5 + (level / 255 - 0.5) * (window.width - 1);
  }
  return window.center + (level / 255 - 0.5) * window.width;
}

export interface PreviewLook {
  /** The window that the preview was made with. */
  readonly made: Voi;
  readonly wanted: Voi;
  /** Whether the preview's polarity is turned already (MONOCHROME1). */
  readonly inverted: boolean;
  readonly negative: boolean;
}

export function previewTable(look: PreviewLook): Uint8ClampedArray {
  const table = new Uint8ClampedArray(256);
  const wanted = voiFunction(look.wanted);
  for (let level = 0; level < 256; level++) {
    const grey = wanted(valueAt(look.made, look.inverted ? 255 - level : level));
    table[level] = Math.floor((look.inverted !== look.negative ? 255 - grey : grey) + 0.5);
  }
  return table;
}

/** Leaves a preview as it is, or turns it into its negative. */
export function plainTable(negative: boolean): Uint8ClampedArray {
  const table = new Uint8ClampedArray(256);
  for (let level = 0; level < 256; level++) table[level] = negative ? 255 - level : level;
  return table;
}
