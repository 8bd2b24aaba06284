// SPDX-License-Identifier: Apache-2.0
// The blob stream: records, integers unsigned and big endian.
//
//   hash (32) | offset (8) | plain length (4) | flags (1) | wire length (4) | wire bytes

const HEADER = 32 + 8 + 4 + 1 + 4;
const MOST_PLAIN = 64 * 1024;
const DEFLATED = 1;
const ABSENT = 2;

/** A part of a blob as it came over the wire; `absent`: the server has no such blob. */
export interface Part {
  readonly hash: string;
  readonly offset: number;
  readonly plainLength: number;
  readonly deflated: boolean;
  readonly absent: boolean;
  readonly wire: Uint8Array<ArrayBuffer>;
}

/** The stream is not what it should be, or ended within a record: what was taken whole stays good. */
export class BrokenStream extends Error {
  override readonly name = 'BrokenStream';
}

/** Cuts a byte stream into parts, wherever its chunks begin and end. Holds less than one record. */
export class BlobStreamParser {
  #rest: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  push(chunk: Uint8Array): Part[] {
    const bytes = new Uint8Array(this.#rest.length + chunk.length);
    bytes.set(this.#rest);
    bytes.set(chunk, this.#rest.length);
    const parts: Part[] = [];
    let at = 0;
    for (let part = partAt(bytes, at); part !== null; part = partAt(bytes, at)) {
      parts.push(part);
      at += HEADER + part.wire.length;
    }
    this.#rest = bytes.slice(at);
    return parts;
  }

  /** Says that the stream ended; it must not be within a record. */
  end(): void {
    if (this.#rest.length > 0) throw new BrokenStream('the stream ended within a part');
  }
}

function partAt(bytes: Uint8Array<ArrayBuffer>, at: number): Part | null {
  if (bytes.length - at < HEADER) return null;
  const view = new DataView(bytes.buffer, at, HEADER);
  const offset = Number(view.getBigUint64(32));
  const plainLength = view.getUint32(40);
  const flags = view.getUint8(44);
  const wireLength = view.getUint32(45);
  const deflated = (flags & DEFLATED) !== 0;
  const absent = (flags & ABSENT) !== 0;
  const isSane =
    flags <= 3 &&
    Number.isSafeInteger(offset) &&
    plainLength <= MOST_PLAIN &&
    (absent ? plainLength === 0 && wireLength === 0 : deflated ? wireLength < plainLength : wireLength === plainLength);
  if (!isSane) throw new BrokenStream('a part has a header that cannot be');
  const start = at + HEADER;
  if (bytes.length < start + wireLength) return null;
  const wire = bytes.slice(start, start + wireLength);
  return { hash: hex(bytes.subarray(at, at + 32)), offset, plainLength, deflated, absent, wire };
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
