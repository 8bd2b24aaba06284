// SPDX-License-Identifier: Apache-2.0
import { BadPng } from './BadPng';

/** Inflates a zlib stream that must hold exactly `length` bytes; more is refused before it is kept. */
export async function inflate(parts: readonly Uint8Array<ArrayBuffer>[], length: number): Promise<Uint8Array> {
  const out = new Uint8Array(length);
  let at = 0;
  const reader = new Blob([...parts]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (at + next.value.length > length) throw new BadPng(`the tile holds more than ${length} bytes`);
      out.set(next.value, at);
      at += next.value.length;
    }
  } catch (cause) {
    void reader.cancel().catch(() => undefined);
    throw cause instanceof BadPng ? cause : new BadPng("the tile's compressed data is damaged");
  }
  if (at !== length) throw new BadPng(`the tile holds ${at} bytes, not ${length}`);
  return out;
}
