// SPDX-License-Identifier: Apache-2.0
import type { Range } from '../../model/voi';
import { decodePlanes, isPlanes } from '../planes/planes';
import { decodePng } from '../png/png';
import type { DecodeSpec } from './messages';
import type { Pixels } from './pixels';

export interface DecodedPixels {
  readonly pixels: Pixels;
  /** What the tile says of the whole frame's stored values without padding. */
  readonly range: Range | null;
}

export function decode(bytes: ArrayBuffer, spec: DecodeSpec): Promise<DecodedPixels> {
  return spec.as === 'exact' ? decodeExact(bytes, spec) : decodeJpeg(bytes, spec);
}

async function decodeExact(bytes: ArrayBuffer, spec: Extract<DecodeSpec, { as: 'exact' }>): Promise<DecodedPixels> {
  const channels = spec.format === 'RGB8' ? 3 : 1;
  const bits = spec.format === 'GREY16' ? 16 : 8;
  const tile = new Uint8Array(bytes);
  if (spec.format === 'GREY16' && isPlanes(tile)) {
    const { samples, range } = await decodePlanes(tile, spec.size);
    return { pixels: { size: spec.size, channels: 1, samples }, range };
  }
  const png = await decodePng(tile, { ...spec.size, channels, bits });
  const pixels = { size: spec.size, channels: png.channels, samples: png.samples };
  return { pixels, range: rangeOf(png.text.get('Range')) };
}

/** "min max", whole numbers. */
export function rangeOf(text: string | undefined): Range | null {
  const match = /^(-?\d+) (-?\d+)$/.exec(text?.trim() ?? '');
  return match === null ? null : { min: Number(match[1]), max: Number(match[2]) };
}

async function decodeJpeg(bytes: ArrayBuffer, spec: Extract<DecodeSpec, { as: 'jpeg' }>): Promise<DecodedPixels> {
  const bitmap = await createImageBitmap(new Blob([bytes]), {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  });
  try {
    const size = { width: bitmap.width, height: bitmap.height };
    if (size.width < spec.size.width || size.height < spec.size.height) {
      const is = `${size.width} x ${size.height}`;
      throw new Error(`the picture is ${is} pixels, not ${spec.size.width} x ${spec.size.height}`);
    }
    const rgba = rgbaOf(bitmap);
    const samples = spec.grey ? redOf(rgba) : rgba;
    return { pixels: { size, channels: spec.grey ? 1 : 4, samples }, range: null };
  } finally {
    bitmap.close();
  }
}

function rgbaOf(bitmap: ImageBitmap): Uint8ClampedArray {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (context === null) throw new Error('this browser gives no canvas to a worker');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
}

function redOf(rgba: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4);
  for (let at = 0; at < grey.length; at++) grey[at] = rgba[at * 4] as number;
  return grey;
}
