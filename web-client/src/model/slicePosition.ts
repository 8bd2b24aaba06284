// SPDX-License-Identifier: Apache-2.0
import type { FrameKind } from './study';

/** Millimetres along the slice normal from the frame of reference's origin (PS3.3 C.7.6.2.1.1), null when not known. */
export function slicePositionMm(kind: FrameKind, position: readonly number[] | null): number | null {
  const o = kind.orientation;
  if (o === null || o.length !== 6 || position === null || position.length !== 3) return null;
  const [rx, ry, rz, cx, cy, cz] = o as [number, number, number, number, number, number];
  const [x, y, z] = position as [number, number, number];
  return (ry * cz - rz * cy) * x + (rz * cx - rx * cz) * y + (rx * cy - ry * cx) * z;
}
