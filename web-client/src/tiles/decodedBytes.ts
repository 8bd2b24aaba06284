// SPDX-License-Identifier: Apache-2.0
import type { Target } from './address';

/**
 * The most bytes that a target takes when decoded: colour previews and sheets are four bytes a pixel, exact tiles
 * at most three. An upper bound, for planning; the cache counts what was really decoded.
 */
export function decodedBytes(target: Target): number {
  const pixels = target.size.width * target.size.height;
  return pixels * (target.rendition === 'exact' ? 3 : 4);
}
