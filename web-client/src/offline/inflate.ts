// SPDX-License-Identifier: Apache-2.0
import { BrokenStream } from './stream';

/** Whether this browser can undo raw DEFLATE; the server is asked for plain bytes where it cannot. */
export function canInflate(): boolean {
  try {
    return new DecompressionStream('deflate-raw') !== undefined;
  } catch {
    return false;
  }
}

/** Undoes raw DEFLATE (RFC 1951). More or fewer bytes than `plainLength` are a fault, and no more are ever made. */
export async function inflate(wire: Uint8Array<ArrayBuffer>, plainLength: number): Promise<Uint8Array<ArrayBuffer>> {
  const plain = new Uint8Array(plainLength);
  let at = 0;
  const reader = new Blob([wire]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (at + next.value.length > plainLength) break;
      plain.set(next.value, at);
      at += next.value.length;
    }
  } catch {
    throw new BrokenStream('a part cannot be unpacked');
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  if (at !== plainLength) throw new BrokenStream('a part unpacks to another length than it says');
  return plain;
}
