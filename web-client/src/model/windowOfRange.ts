// SPDX-License-Identifier: Apache-2.0
import type { FrameKind } from './study';
import type { Range, Voi } from './voi';

/** The window that stands for a frame's own range, so that a drag has somewhere to start. */
export function windowOfRange(range: Range, kind: Pick<FrameKind, 'slope' | 'intercept'>): Voi {
  const one = range.min * kind.slope + kind.intercept;
  const other = range.max * kind.slope + kind.intercept;
  const width = Math.max(Math.abs(other - one), Math.abs(kind.slope), Number.EPSILON);
  return { center: (one + other) / 2, width, function: 'LINEAR_EXACT' };
}
