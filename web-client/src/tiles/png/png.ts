// SPDX-License-Identifier: Apache-2.0
// PNG (ISO/IEC 15948) as exact tiles use it: 8 or 16 bits of grey, or 8-bit RGB, not interlaced. The browser's own
// decoder would bring 16 bits down to 8 and may colour-manage them; a measured value must be the stored value.
import { BadPng } from './BadPng';
import { inflate } from './inflate';
import { unfilter } from './unfilter';

export interface Png {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** Row by row, channels interleaved; 16-bit samples in the machine's order. */
  readonly samples: Uint8Array | Uint16Array;
  /** Text chunks by keyword. */
  readonly text: ReadonlyMap<string, string>;
}

/** What a PNG must be like to be taken; anything else is refused before memory is set aside. */
export interface Expected {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly bits: 8 | 16;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export async function decodePng(bytes: Uint8Array<ArrayBuffer>, expected: Expected): Promise<Png> {
  const { header, data, text } = chunksOf(bytes);
  check(header, expected);
  const bytesPerPixel = (expected.channels * expected.bits) / 8;
  const rowBytes = expected.width * bytesPerPixel;
  const filtered = await inflate(data, (rowBytes + 1) * expected.height);
  const raw = unfilter(filtered, expected.height, rowBytes, bytesPerPixel);
  const samples = expected.bits === 16 ? fromBigEndian(raw) : raw;
  const { width, height, channels } = expected;
  return { width, height, channels, samples, text };
}

interface Chunks {
  readonly header: DataView;
  readonly data: readonly Uint8Array<ArrayBuffer>[];
  readonly text: ReadonlyMap<string, string>;
}

function chunksOf(bytes: Uint8Array<ArrayBuffer>): Chunks {
  if (bytes.length < 8 || SIGNATURE.some((value, at) => bytes[at] !== value)) {
    throw new BadPng('not a PNG: wrong signature');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array<ArrayBuffer>[] = [];
  const text = new Map<string, string>();
  let header: DataView | null = null;
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) throw new BadPng(`PNG ends early, at byte ${bytes.length}`);
    const length = view.getUint32(at);
    const type = latin1(bytes.subarray(at + 4, at + 8));
    const end = at + 8 + length;
    if (end + 4 > bytes.length) throw new BadPng(`PNG chunk ${type} at byte ${at} runs past the end`);
    if (type === 'IHDR') header = new DataView(bytes.buffer, bytes.byteOffset + at + 8, length);
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, end));
    if (type === 'tEXt') addText(text, latin1(bytes.subarray(at + 8, end)));
    if (type === 'IEND') break;
    at = end + 4;
  }
  if (header === null || header.byteLength !== 13) throw new BadPng('PNG without a header');
  return { header, data, text };
}

const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

function addText(text: Map<string, string>, content: string): void {
  const end = content.indexOf('\0');
  if (end > 0) text.set(content.slice(0, end), content.slice(end + 1));
}

function check(header: DataView, expected: Expected): void {
  const is = {
    width: header.getUint32(0),
    height: header.getUint32(4),
    bits: header.getUint8(8),
    color: header.getUint8(9),
    rest: [header.getUint8(10), header.getUint8(11), header.getUint8(12)],
  };
  if (is.width !== expected.width || is.height !== expected.height) {
    const wanted = `${expected.width} x ${expected.height}`;
    throw new BadPng(`the tile is ${is.width} x ${is.height} pixels, not ${wanted}`);
  }
  if (is.bits !== expected.bits || is.color !== (expected.channels === 3 ? 2 : 0)) {
    throw new BadPng(`the tile has ${is.bits} bits of colour type ${is.color}, which was not announced`);
  }
  if (is.rest.some((value) => value !== 0)) throw new BadPng('the tile is interlaced or of an unknown method');
}

function fromBigEndian(raw: Uint8Array): Uint16Array {
  const samples = new Uint16Array(raw.length / 2);
  for (let at = 0; at < samples.length; at++) {
    samples[at] = ((raw[2 * at] as number) << 8) | (raw[2 * at + 1] as number);
  }
  return samples;
}
