// SPDX-License-Identifier: Apache-2.0
import { answered, beginningWith, committed } from './database';
import type { Packs } from './packs';

interface Chunk {
  readonly pack: string;
  readonly offset: number;
  readonly bytes: ArrayBuffer;
}

/** Packs as rows of IndexedDB, one an append, where the origin-private file system is missing. */
export class IdbPacks implements Packs {
  readonly #db: IDBDatabase;

  constructor(db: IDBDatabase) {
    this.#db = db;
  }

  async slice(pack: string, offset: number, length: number): Promise<Blob | null> {
    const chunks = this.#db.transaction('chunks').objectStore('chunks');
    const cursor = await answered(chunks.openCursor(IDBKeyRange.bound([pack, 0], [pack, offset]), 'prev'));
    const chunk: Chunk | undefined = cursor?.value;
    const from = offset - (chunk?.offset ?? 0);
    return chunk !== undefined && from + length <= chunk.bytes.byteLength
      ? new Blob([chunk.bytes.slice(from, from + length)])
      : null;
  }

  async size(pack: string): Promise<number> {
    return end(await this.#last(this.#db.transaction('chunks'), pack));
  }

  async append(pack: string, bytes: Uint8Array<ArrayBuffer>): Promise<number> {
    const transaction = this.#db.transaction('chunks', 'readwrite');
    const done = committed(transaction);
    const offset = end(await this.#last(transaction, pack));
    const chunk: Chunk = { pack, offset, bytes: bytes.slice().buffer };
    transaction.objectStore('chunks').put(chunk);
    await done;
    return offset;
  }

  /** Each append is a transaction of its own. */
  async commit(): Promise<void> {}

  async cut(pack: string, size: number): Promise<void> {
    const transaction = this.#db.transaction('chunks', 'readwrite');
    const done = committed(transaction);
    const chunks = transaction.objectStore('chunks');
    const cursor = await answered(chunks.openCursor(IDBKeyRange.bound([pack, 0], [pack, size], false, true), 'prev'));
    const across: Chunk | undefined = cursor?.value;
    chunks.delete(IDBKeyRange.bound([pack, size], [pack, Number.MAX_VALUE]));
    if (across !== undefined && end(across) > size) {
      chunks.put({ ...across, bytes: across.bytes.slice(0, size - across.offset) });
    }
    await done;
  }

  async close(): Promise<void> {}

  async remove(pack: string): Promise<void> {
    const transaction = this.#db.transaction('chunks', 'readwrite');
    transaction.objectStore('chunks').delete(beginningWith(pack));
    await committed(transaction);
  }

  async #last(transaction: IDBTransaction, pack: string): Promise<Chunk | null> {
    const cursor = await answered(transaction.objectStore('chunks').openCursor(beginningWith(pack), 'prev'));
    const chunk: Chunk | undefined = cursor?.value;
    return chunk ?? null;
  }
}

const end = (chunk: Chunk | null): number => (chunk === null ? 0 : chunk.offset + chunk.bytes.byteLength);
