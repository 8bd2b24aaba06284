// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Assembler, BlobGone, DamagedBlob } from './assemble';
import { BlobStreamParser, BrokenStream, type Part } from './stream';
import { noise, record, sha256 } from './testing/site';

const blob = noise(300, 7);
const text = new TextEncoder().encode('the same again and again '.repeat(40));
const records = [record(sha256(blob), 0, blob.subarray(0, 200)), record(sha256(blob), 200, blob.subarray(200))];
const stream = Uint8Array.from([...records, record(sha256(text), 0, text, true)].flatMap((bytes) => [...bytes]));

function parse(chunks: readonly Uint8Array[]): Part[] {
  const parser = new BlobStreamParser();
  const parts = chunks.flatMap((chunk) => parser.push(chunk));
  parser.end();
  return parts;
}

test('parts are the same wherever the chunks are cut', () => {
  const whole = parse([stream]);
  expect(whole.map((part) => [part.hash, part.offset, part.plainLength, part.deflated])).toEqual([
    [sha256(blob), 0, 200, false],
    [sha256(blob), 200, 100, false],
    [sha256(text), 0, text.length, true],
  ]);
  for (let at = 0; at <= stream.length; at++) {
    expect(parse([stream.subarray(0, at), stream.subarray(at)])).toEqual(whole);
  }
  expect(parse(Array.from(stream, (byte) => Uint8Array.of(byte)))).toEqual(whole);
});

test('parts make whole blobs, packed or not', async () => {
  const assembler = new Assembler();
  const whole = [];
  for (const part of parse([stream])) {
    whole.push(await assembler.take(part, part.hash === sha256(blob) ? blob.length : text.length));
  }
  expect(whole.map((each) => each?.bytes)).toEqual([undefined, blob, Uint8Array.from(text)]);
});

test('a stream that ends within a part is said to be broken, wherever it ends', () => {
  const ends = new Set([0, 249, 398, stream.length]);
  for (let at = 0; at <= stream.length; at++) {
    if (ends.has(at)) expect(() => parse([stream.subarray(0, at)])).not.toThrow();
    else expect(() => parse([stream.subarray(0, at)])).toThrow(BrokenStream);
  }
});

test('no corrupted byte is ever taken for a whole blob', async () => {
  const size = new Map([
    [sha256(blob), blob.length],
    [sha256(text), text.length],
  ]);
  await fc.assert(
    fc.asyncProperty(fc.nat(stream.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const corrupted = stream.map((byte, index) => (index === at ? byte ^ flip : byte));
      const assembler = new Assembler();
      try {
        for (const part of parse([corrupted])) {
          const whole = await assembler.take(part, size.get(part.hash) ?? 1);
          if (whole !== null) expect(sha256(whole.bytes)).toBe(whole.hash);
        }
      } catch (cause) {
        expect([BrokenStream, DamagedBlob, BlobGone].some((kind) => cause instanceof kind)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test('a length that cannot be is refused before anything is allocated', () => {
  const lying = record(sha256(blob), 0, blob);
  new DataView(lying.buffer).setUint32(40, 0xffffffff);
  new DataView(lying.buffer).setUint32(45, 0xffffffff);
  expect(() => parse([lying])).toThrow(BrokenStream);
});

test('what unpacks to more than it says is refused', async () => {
  const bomb = record(sha256(text), 0, text, true);
  new DataView(bomb.buffer).setUint32(40, text.length - 1);
  await expect(new Assembler().take(parse([bomb])[0] as Part, text.length)).rejects.toThrow(BrokenStream);
});

test('a part that leaves a gap is refused', async () => {
  const [, second] = records;
  await expect(new Assembler().take(parse([second ?? blob])[0] as Part, blob.length)).rejects.toThrow(BrokenStream);
});
