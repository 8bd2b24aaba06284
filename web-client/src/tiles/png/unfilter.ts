// SPDX-License-Identifier: Apache-2.0
import { BadPng } from './BadPng';

/**
 * Undoes PNG's filters (ISO/IEC 15948, 9.2). Each row of `filtered` is one byte naming its filter, then `rowBytes` bytes.
 */
export function unfilter(filtered: Uint8Array, height: number, rowBytes: number, bytesPerPixel: number): Uint8Array {
  const out = new Uint8Array(rowBytes * height);
  const above0 = new Uint8Array(rowBytes);
  for (let y = 0; y < height; y++) {
    const start = y * (rowBytes + 1);
    const row = out.subarray(y * rowBytes, (y + 1) * rowBytes);
    const above = y === 0 ? above0 : out.subarray((y - 1) * rowBytes, y * rowBytes);
    row.set(filtered.subarray(start + 1, start + 1 + rowBytes));
    undo(filtered[start] ?? -1, row, above, bytesPerPixel);
  }
  return out;
}

function undo(filter: number, row: Uint8Array, above: Uint8Array, bytesPerPixel: number): void {
  switch (filter) {
    case 0:
      return;
    case 1:
      addLeft(row, bytesPerPixel);
      return;
    case 2:
      addAbove(row, above);
      return;
    case 3:
      addAverage(row, above, bytesPerPixel);
      return;
    case 4:
      addPaeth(row, above, bytesPerPixel);
      return;
    default:
      throw new BadPng(`the tile has a row with unknown filter ${filter}`);
  }
}

function addLeft(row: Uint8Array, step: number): void {
  for (let x = step; x < row.length; x++) row[x] = (row[x] as number) + (row[x - step] as number);
}

function addAbove(row: Uint8Array, above: Uint8Array): void {
  for (let x = 0; x < row.length; x++) row[x] = (row[x] as number) + (above[x] as number);
}

function addAverage(row: Uint8Array, above: Uint8Array, step: number): void {
  for (let x = 0; x < row.length; x++) {
    const left = x < step ? 0 : (row[x - step] as number);
    row[x] = (row[x] as number) + ((left + (above[x] as number)) >> 1);
  }
}

function addPaeth(row: Uint8Array, above: Uint8Array, step: number): void {
  for (let x = 0; x < Math.min(step, row.length); x++) {
    row[x] = (row[x] as number) + (above[x] as number);
  }
  for (let x = step; x < row.length; x++) {
    const left = row[x - step] as number;
    const up = above[x] as number;
    const corner = above[x - step] as number;
    const p = left + up - corner;
    const byLeft = Math.abs(p - left);
    const byUp = Math.abs(p - up);
    const byCorner = Math.abs(p - corner);
    const nearest = byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    row[x] = (row[x] as number) + nearest;
  }
}
