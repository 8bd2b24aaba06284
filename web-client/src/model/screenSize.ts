// SPDX-License-Identifier: Apache-2.0
// How large a pixel of this screen is: only whoever holds a ruler to it knows. Pure.
import type { FrameKind } from './study';

/** Device pixels a millimetre, as measured on a screen of that many CSS pixels. */
export interface ScreenSize {
  readonly perMm: number;
  readonly width: number;
  readonly height: number;
}

/** A bank card (ISO/IEC 7810 ID-1) is so wide: everybody has one. */
export const CARD_MM = 85.6;

/** From 40 to 1000 dots an inch: what is beyond was no card. */
const LIKELY = { least: 40 / 25.4, most: 1000 / 25.4 };

export const screenOf = (perMm: number, width: number, height: number): ScreenSize | null =>
  perMm >= LIKELY.least && perMm <= LIKELY.most ? { perMm, width, height } : null;

/** What was kept, if it was of a screen of this size: another display has other pixels. */
export function keptScreen(kept: string | null, width: number, height: number): ScreenSize | null {
  const [perMm = Number.NaN, ...of] = (kept ?? '').split(' ').map(Number);
  return of[0] === width && of[1] === height ? screenOf(perMm, width, height) : null;
}

export const keepable = ({ perMm, width, height }: ScreenSize): string => [perMm, width, height].join(' ');

/** Whether a picture can be shown as large as it is, and why not. */
export type TrueSize =
  | { readonly kind: 'ready'; readonly perMm: number }
  | { readonly kind: 'no-spacing' }
  | { readonly kind: 'no-screen' };

export function trueSizeOf(kind: FrameKind, screen: ScreenSize | null): TrueSize {
  if (kind.spacing === null) return { kind: 'no-spacing' };
  return screen === null ? { kind: 'no-screen' } : { kind: 'ready', perMm: screen.perMm };
}
