// SPDX-License-Identifier: Apache-2.0
import type { Packs } from './packs';

/** Packs in memory: for tests. */
export class MemoryPacks implements Packs {
  readonly #packs = new Map<string, Uint8Array<ArrayBuffer>>();

  async slice(pack: string, offset: number, length: number): Promise<Blob | null> {
    const bytes = this.#bytes(pack);
    return offset + length <= bytes.length ? new Blob([bytes.slice(offset, offset + length)]) : null;
  }

  async size(pack: string): Promise<number> {
    return this.#bytes(pack).length;
  }

  async append(pack: string, bytes: Uint8Array<ArrayBuffer>): Promise<number> {
    const before = this.#bytes(pack);
    const after = new Uint8Array(before.length + bytes.length);
    after.set(before);
    after.set(bytes, before.length);
    this.#packs.set(pack, after);
    return before.length;
  }

  async commit(): Promise<void> {}

  async cut(pack: string, size: number): Promise<void> {
    this.#packs.set(pack, this.#bytes(pack).slice(0, size));
  }

  async close(): Promise<void> {}

  async remove(pack: string): Promise<void> {
    this.#packs.delete(pack);
  }

  #bytes(pack: string): Uint8Array<ArrayBuffer> {
    return this.#packs.get(pack) ?? new Uint8Array(0);
  }
}
