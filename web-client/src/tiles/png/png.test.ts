// SPDX-License-Identifier: Apache-2.0
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePng, type Expected } from './png';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  new DataView(bytes.buffer).setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  return bytes;
}

const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** Filters rows as ISO/IEC 15948, 9.2 says, each with the filter of its number. */
function filtered(raw: Uint8Array, rowBytes: number, step: number, filters: readonly number[]): Uint8Array {
  const at = (row: number, x: number) => (row < 0 || x < 0 ? 0 : (raw[row * rowBytes + x] as number));
  const paeth = (a: number, b: number, c: number) => {
    const p = a + b - c;
    const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
    if (pa <= pb && pa <= pc) return a;
    return pb <= pc ? b : c;
  };
  const out = new Uint8Array(filters.length * (rowBytes + 1));
  filters.forEach((filter, row) => {
    out[row * (rowBytes + 1)] = filter;
    for (let x = 0; x < rowBytes; x++) {
      const [a, b, c] = [at(row, x - step), at(row - 1, x), at(row - 1, x - step)];
      const guess = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter] as number;
      out[row * (rowBytes + 1) + 1 + x] = at(row, x) - guess;
    }
  });
  return out;
}

interface Made extends Expected {
  readonly raw: Uint8Array;
  readonly filters: readonly number[];
}

const made: fc.Arbitrary<Made> = fc
  .record({
    width: fc.integer({ min: 1, max: 19 }),
    height: fc.integer({ min: 1, max: 9 }),
    form: fc.constantFrom<Pick<Expected, 'channels' | 'bits'>>(
      { channels: 1, bits: 8 },
      { channels: 1, bits: 16 },
      { channels: 3, bits: 8 },
    ),
  })
  .chain(({ width, height, form }) => {
    const length = (width * height * form.channels * form.bits) / 8;
    return fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      channels: fc.constant(form.channels),
      bits: fc.constant(form.bits),
      raw: fc.uint8Array({ minLength: length, maxLength: length }),
      filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: height, maxLength: height }),
    });
  });

function headerOf({ width, height, channels, bits }: Expected): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header[8] = bits;
  header[9] = channels === 3 ? 2 : 0;
  return header;
}

function pngOf(image: Made, header = headerOf(image), cut = 5): Uint8Array<ArrayBuffer> {
  const step = (image.channels * image.bits) / 8;
  const data = deflateSync(filtered(image.raw, image.width * step, step, image.filters));
  const text = new TextEncoder().encode('Range\u0000-3 4095');
  return joined(
    SIGNATURE,
    chunk('IHDR', header),
    chunk('tEXt', text),
    chunk('IDAT', data.subarray(0, cut)),
    chunk('IDAT', data.subarray(cut)),
    chunk('IEND', new Uint8Array()),
  );
}

const SMALL: Made = { width: 2, height: 2, channels: 1, bits: 8, raw: Uint8Array.of(1, 2, 3, 4), filters: [0, 0] };

describe('an exact tile', () => {
  test('comes back as it was, whatever the filters', async () => {
    await fc.assert(
      fc.asyncProperty(made, async (image) => {
        const png = await decodePng(pngOf(image), image);
        const samples =
          image.bits === 8
            ? [...image.raw]
            : Array.from({ length: image.raw.length / 2 }, (_, at) => Buffer.from(image.raw).readUInt16BE(2 * at));
        expect([...png.samples]).toEqual(samples);
      }),
    );
  });

  test('carries the range of its frame', async () => {
    expect((await decodePng(pngOf(SMALL), SMALL)).text.get('Range')).toBe('-3 4095');
  });

  test('of another size, depth or colour than announced is refused', async () => {
    await expect(decodePng(pngOf(SMALL), { ...SMALL, width: 3 })).rejects.toThrow('2 x 2 pixels, not 3 x 2');
    await expect(decodePng(pngOf(SMALL), { ...SMALL, bits: 16 })).rejects.toThrow('8 bits');
    await expect(decodePng(pngOf(SMALL), { ...SMALL, channels: 3 })).rejects.toThrow('colour type 0');
  });

  test('that is interlaced is refused', async () => {
    const header = headerOf(SMALL);
    header[12] = 1;
    await expect(decodePng(pngOf(SMALL, header), SMALL)).rejects.toThrow('interlaced');
  });

  test('with an unknown filter is refused', async () => {
    const image = { ...SMALL, filters: [0, 0] };
    const bytes = joined(
      SIGNATURE,
      chunk('IHDR', headerOf(image)),
      chunk('IDAT', deflateSync(Uint8Array.of(0, 1, 2, 9, 3, 4))),
      chunk('IEND', new Uint8Array()),
    );
    await expect(decodePng(bytes, image)).rejects.toThrow('unknown filter 9');
  });

  test('with too little or too much data is refused', async () => {
    const withData = (...data: number[]) =>
      joined(
        SIGNATURE,
        chunk('IHDR', headerOf(SMALL)),
        chunk('IDAT', deflateSync(Uint8Array.from(data))),
        chunk('IEND', new Uint8Array()),
      );
    await expect(decodePng(withData(0, 1, 2), SMALL)).rejects.toThrow('holds 3 bytes, not 6');
    await expect(decodePng(withData(0, 1, 2, 0, 3, 4, 5), SMALL)).rejects.toThrow('more than 6 bytes');
  });

  test('that is cut off or damaged anywhere is refused and never hangs', async () => {
    const whole = pngOf(SMALL);
    for (let length = 0; length < whole.length; length++) {
      await expect(decodePng(whole.slice(0, length), SMALL)).rejects.toThrow();
    }
    const broken = whole.slice();
    broken.fill(0xff, broken.length - 24, broken.length - 16);
    await expect(decodePng(broken, SMALL)).rejects.toThrow();
  });
});
