// SPDX-License-Identifier: Apache-2.0
import { crc32 } from './crc32';
import type { ByteSource, Chosen } from './source';

const LOCAL = 30;
const CENTRAL = 46;
const END = 22;
const STEP = 4 << 20;
/** Names are UTF-8 (APPNOTE.TXT 4.4.4, bit 11). */
const UTF8 = 1 << 11;

interface Entry extends Chosen {
  readonly name: Uint8Array;
  readonly at: number;
}

/**
 * Files as one ZIP archive that is never made as a whole: its parts follow from the names and sizes, so any piece of it can be read by itself, again and
 * with the same bytes. Nothing is compressed. Below 4 GiB and 65,536 files (APPNOTE.TXT 4.3).
 */
export class Pack implements ByteSource {
  readonly name: string;
  readonly size: number;
  readonly #entries: readonly Entry[];
  readonly #directoryAt: number;
  readonly #checks = new Map<Entry, Promise<number>>();

  constructor(name: string, files: readonly Chosen[]) {
    let at = 0;
    this.name = name;
    this.#entries = files.map((chosen) => {
      const entry = { ...chosen, name: new TextEncoder().encode(chosen.path), at };
      at += LOCAL + entry.name.length + chosen.file.size;
      return entry;
    });
    this.#directoryAt = at;
    this.size = at + this.#directorySize() + END;
  }

  async read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    const piece = new Uint8Array(to - from);
    const put = (at: number, bytes: Uint8Array) => {
      const start = Math.max(at, from);
      const end = Math.min(at + bytes.length, to);
      if (start < end) piece.set(bytes.subarray(start - at, end - at), start - from);
    };
    for (const entry of this.#entries) {
      const data = entry.at + LOCAL + entry.name.length;
      const end = data + entry.file.size;
      if (end <= from || entry.at >= to) continue;
      if (data > from) put(entry.at, await this.#local(entry));
      const first = Math.max(data, from);
      const last = Math.min(end, to);
      if (first < last) put(first, await bytesOf(entry, first - data, last - data));
    }
    if (to > this.#directoryAt) put(this.#directoryAt, await this.#directory());
    return piece;
  }

  #directorySize(): number {
    return this.#entries.reduce((sum, entry) => sum + CENTRAL + entry.name.length, 0);
  }

  async #local(entry: Entry): Promise<Uint8Array> {
    const bytes = new Uint8Array(LOCAL + entry.name.length);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, 0x04034b50, true);
    await this.#describe(view, 4, entry);
    bytes.set(entry.name, LOCAL);
    return bytes;
  }

  async #directory(): Promise<Uint8Array> {
    const size = this.#directorySize();
    const bytes = new Uint8Array(size + END);
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const entry of this.#entries) {
      view.setUint32(at, 0x02014b50, true);
      view.setUint16(at + 4, 20, true);
      await this.#describe(view, at + 6, entry);
      view.setUint32(at + 42, entry.at, true);
      bytes.set(entry.name, at + CENTRAL);
      at += CENTRAL + entry.name.length;
    }
    view.setUint32(size, 0x06054b50, true);
    view.setUint16(size + 8, this.#entries.length, true);
    view.setUint16(size + 10, this.#entries.length, true);
    view.setUint32(size + 12, size, true);
    view.setUint32(size + 16, this.#directoryAt, true);
    return bytes;
  }

  /** The fields that both headers share, from "version needed" to the length of the extra field. */
  async #describe(view: DataView, at: number, entry: Entry): Promise<void> {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, UTF8, true);
    // 1 January 1980: when a file was last changed says nothing here.
    view.setUint16(at + 8, 0x21, true);
    view.setUint32(at + 10, await this.#check(entry), true);
    view.setUint32(at + 14, entry.file.size, true);
    view.setUint32(at + 18, entry.file.size, true);
    view.setUint16(at + 22, entry.name.length, true);
  }

  #check(entry: Entry): Promise<number> {
    const known = this.#checks.get(entry) ?? checked(entry);
    this.#checks.set(entry, known);
    return known;
  }
}

async function checked(entry: Entry): Promise<number> {
  let crc = 0;
  for (let at = 0; at < entry.file.size; at += STEP) {
    crc = crc32(await bytesOf(entry, at, Math.min(at + STEP, entry.file.size)), crc);
  }
  return crc;
}

async function bytesOf({ file }: Entry, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}
