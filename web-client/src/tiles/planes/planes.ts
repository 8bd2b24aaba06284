// SPDX-License-Identifier: Apache-2.0
// Exact tiles of 16-bit grey as difference planes (image/vnd.wardlight.planes; docs/ARCHITECTURE.md says what they are).
import type { Range } from '../../model/voi';
import { BadPng } from '../png/BadPng';
import { inflate } from '../png/inflate';

export interface Planes {
  /** Row by row, the stored values plus the kind's offset. */
  readonly samples: Uint16Array;
  /** The whole frame's stored values without padding. */
  readonly range: Range;
}

const MAGIC = [0x57, 0x4c, 0x50, 0x31];
const HEADER = 20;

export function isPlanes(bytes: Uint8Array): boolean {
  return MAGIC.every((value, at) => bytes[at] === value);
}

export async function decodePlanes(
  bytes: Uint8Array<ArrayBuffer>,
  size: { readonly width: number; readonly height: number },
): Promise<Planes> {
  if (bytes.length < HEADER || !isPlanes(bytes)) throw new BadPng('not difference planes: wrong signature');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(4), view.getUint32(8)];
  if (width !== size.width || height !== size.height) {
    throw new BadPng(`the tile is ${width} x ${height} pixels, not ${size.width} x ${size.height}`);
  }
  const planes = await inflate([bytes.subarray(HEADER)], 2 * width * height);
  return { samples: undo(planes, width, height), range: { min: view.getInt32(12), max: view.getInt32(16) } };
}

function undo(planes: Uint8Array, width: number, height: number): Uint16Array {
  const count = width * height;
  const out = new Uint16Array(count);
  let left = 0;
  for (let at = 0; at < width; at++) {
    left = (left + difference(planes, count, at)) & 0xffff;
    out[at] = left;
  }
  for (let start = width; start < count; start += width) undoRow(planes, count, out, start, width);
  return out;
}

function undoRow(planes: Uint8Array, count: number, out: Uint16Array, start: number, width: number): void {
  let corner = out[start - width] as number;
  let left = corner;
  for (let at = start; at < start + width; at++) {
    const above = out[at - width] as number;
    const most = Math.max(left, above);
    const median = Math.max(Math.min(left, above), Math.min(most, left + above - corner));
    left = (median + difference(planes, count, at)) & 0xffff;
    out[at] = left;
    corner = above;
  }
}

/** Unfolds: 0, 1, 2, 3 … were 0, -1, 1, -2 … */
function difference(planes: Uint8Array, count: number, at: number): number {
  const folded = ((planes[at] as number) << 8) | (planes[count + at] as number);
  return (folded >> 1) ^ -(folded & 1);
}
