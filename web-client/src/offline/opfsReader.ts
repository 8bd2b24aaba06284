// SPDX-License-Identifier: Apache-2.0
import type { PackReader } from './packs';

export const PACK_FOLDER = 'packs';

/** Reads packs in the origin-private file system, from a page or the service worker. */
export class OpfsReader implements PackReader {
  readonly #storage: StorageManager;

  constructor(storage: StorageManager) {
    this.#storage = storage;
  }

  async slice(pack: string, offset: number, length: number): Promise<Blob | null> {
    const file = await this.#file(pack);
    return file !== null && offset + length <= file.size ? file.slice(offset, offset + length) : null;
  }

  async size(pack: string): Promise<number> {
    return (await this.#file(pack))?.size ?? 0;
  }

  /** A snapshot of the file. It is taken anew for every read, because a snapshot ends with the next append. */
  async #file(pack: string): Promise<File | null> {
    try {
      const root = await this.#storage.getDirectory();
      const folder = await root.getDirectoryHandle(PACK_FOLDER);
      return await (await folder.getFileHandle(pack)).getFile();
    } catch {
      return null;
    }
  }
}
