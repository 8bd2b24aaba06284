// SPDX-License-Identifier: Apache-2.0
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../worker/decode';
import { decodePlanes } from './planes';

/** A tile, given its two planes. */
function tile(width: number, height: number, planes: Uint8Array, min = -1024, max = 3071): Uint8Array<ArrayBuffer> {
  const stream = deflateSync(planes);
  const bytes = new Uint8Array(20 + stream.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('WLP1'));
  view.setUint32(4, width);
  view.setUint32(8, height);
  view.setInt32(12, min);
  view.setInt32(16, max);
  bytes.set(stream, 20);
  return bytes;
}

/** The two planes of some samples, written from the words of the contract. */
function planesOf(samples: readonly number[], width: number): Uint8Array {
  const count = samples.length;
  const out = new Uint8Array(2 * count);
  const at = (x: number, y: number) => samples[y * width + x] as number;
  for (let i = 0; i < count; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    let guess = 0;
    if (y === 0 && x > 0) guess = at(x - 1, 0);
    if (y > 0 && x === 0) guess = at(0, y - 1);
    if (y > 0 && x > 0) {
      const [a, b, c] = [at(x - 1, y), at(x, y - 1), at(x - 1, y - 1)];
      guess = [a, b, a + b - c].sort((p, q) => p - q)[1] as number;
    }
    const signed = (((samples[i] as number) - guess) << 16) >> 16;
    const folded = (signed << 1) ^ (signed >> 15);
    out[i] = folded >> 8;
    out[count + i] = folded;
  }
  return out;
}

// The same tile is asserted where the server makes it: PlaneTilesTest.
const VALUES = [1000, 1003, 65535, 998, 1010, 0];
const PLANE_BYTES = Uint8Array.of(0x07, 0, 0x07, 0, 0, 0, 0xd0, 0x06, 0xd7, 0x03, 0x12, 0x02);

describe('difference planes', () => {
  test('are what the contract says', async () => {
    expect([...planesOf(VALUES, 3)]).toEqual([...PLANE_BYTES]);
    const planes = await decodePlanes(tile(3, 2, PLANE_BYTES), { width: 3, height: 2 });
    expect([...planes.samples]).toEqual(VALUES);
    expect(planes.range).toEqual({ min: -1024, max: 3071 });
  });

  test('give back every sample, of every depth', async () => {
    const made = fc
      .record({
        width: fc.integer({ min: 1, max: 17 }),
        height: fc.integer({ min: 1, max: 9 }),
        bits: fc.integer({ min: 1, max: 16 }),
      })
      .chain(({ width, height, bits }) =>
        fc.record({
          width: fc.constant(width),
          height: fc.constant(height),
          samples: fc.array(fc.integer({ min: 0, max: 2 ** bits - 1 }), {
            minLength: width * height,
            maxLength: width * height,
          }),
        }),
      );
    await fc.assert(
      fc.asyncProperty(made, async ({ width, height, samples }) => {
        const planes = await decodePlanes(tile(width, height, planesOf(samples, width)), { width, height });
        expect([...planes.samples]).toEqual(samples);
      }),
    );
  });

  test('are known by their first bytes, so that a kept tile of either form is drawn', async () => {
    const { buffer } = tile(3, 2, PLANE_BYTES);
    const decoded = await decode(buffer, { as: 'exact', size: { width: 3, height: 2 }, format: 'GREY16' });
    expect([...decoded.pixels.samples]).toEqual(VALUES);
    expect(decoded.range).toEqual({ min: -1024, max: 3071 });
  });

  test('of another size, or with too little or too much data, are refused', async () => {
    const size = { width: 3, height: 2 };
    await expect(decodePlanes(tile(2, 3, PLANE_BYTES), size)).rejects.toThrow('2 x 3 pixels, not 3 x 2');
    await expect(decodePlanes(tile(3, 2, PLANE_BYTES.subarray(1)), size)).rejects.toThrow('holds 11 bytes, not 12');
    await expect(decodePlanes(tile(3, 2, new Uint8Array(13)), size)).rejects.toThrow('more than 12 bytes');
  });

  test('that are cut off anywhere are refused', async () => {
    const whole = tile(3, 2, PLANE_BYTES);
    for (let length = 0; length < whole.length; length++) {
      await expect(decodePlanes(whole.slice(0, length), { width: 3, height: 2 })).rejects.toThrow();
    }
  });
});
