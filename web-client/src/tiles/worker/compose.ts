// SPDX-License-Identifier: Apache-2.0
// Draws pieces of decoded targets into one RGBA picture through a look-up table. Pure, so that it is tested without a worker.
import { plainTable, previewTable } from '../../model/previewLook';
import { lookUpTable } from '../../model/voi';
import type { LayerSpec, Piece, TileLook } from './messages';
import type { Pixels } from './pixels';

/** The layer's pixels; places that no piece covers stay transparent. Pieces are cropped to their source and to the layer. */
export function compose(layer: LayerSpec, find: (url: string) => Pixels | undefined): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(layer.size.width * layer.size.height * 4);
  const words = new Uint32Array(out.buffer);
  const table = tableOf(layer.look);
  const greys = greyWords(table);
  for (const piece of layer.pieces) {
    const pixels = find(piece.url);
    if (pixels === undefined) continue;
    const area = overlap(piece, pixels, layer);
    if (pixels.channels === 1) drawGrey(words, layer.size.width, pixels, area, greys);
    else drawColour(out, layer.size.width, pixels, area, isNegative(layer.look));
  }
  return out;
}

function tableOf(look: TileLook): Uint8ClampedArray {
  switch (look.by) {
    case 'values':
      return lookUpTable(look.look);
    case 'preview':
      return previewTable(look.look);
    case 'plain':
      return plainTable(look.negative);
  }
}

const isNegative = (look: TileLook): boolean => (look.by === 'plain' ? look.negative : look.look.negative);

/** Four equal bytes are the same in either byte order but for alpha, which is the last byte in memory. */
function greyWords(table: Uint8ClampedArray): Uint32Array {
  const bytes = new Uint8Array(table.length * 4);
  for (let at = 0; at < table.length; at++) {
    bytes.fill(table[at] as number, at * 4, at * 4 + 3);
    bytes[at * 4 + 3] = 255;
  }
  return new Uint32Array(bytes.buffer);
}

interface Area {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly width: number;
  readonly height: number;
}

function overlap(piece: Piece, pixels: Pixels, layer: LayerSpec): Area {
  const { part, x, y } = piece;
  const width = Math.min(part.width, pixels.size.width - part.x, layer.size.width - x);
  const height = Math.min(part.height, pixels.size.height - part.y, layer.size.height - y);
  return { fromX: part.x, fromY: part.y, toX: x, toY: y, width, height };
}

function drawGrey(out: Uint32Array, outWidth: number, pixels: Pixels, area: Area, greys: Uint32Array): void {
  const { samples } = pixels;
  for (let row = 0; row < area.height; row++) {
    let from = (area.fromY + row) * pixels.size.width + area.fromX;
    let to = (area.toY + row) * outWidth + area.toX;
    for (let column = 0; column < area.width; column++) {
      out[to++] = greys[samples[from++] as number] as number;
    }
  }
}

function drawColour(out: Uint8ClampedArray, outWidth: number, pixels: Pixels, area: Area, negative: boolean): void {
  const { samples, channels } = pixels;
  const turn = negative ? 255 : 0;
  for (let row = 0; row < area.height; row++) {
    let from = ((area.fromY + row) * pixels.size.width + area.fromX) * channels;
    let to = ((area.toY + row) * outWidth + area.toX) * 4;
    for (let column = 0; column < area.width; column++) {
      out[to] = (samples[from] as number) ^ turn;
      out[to + 1] = (samples[from + 1] as number) ^ turn;
      out[to + 2] = (samples[from + 2] as number) ^ turn;
      out[to + 3] = 255;
      from += channels;
      to += 4;
    }
  }
}
