// SPDX-License-Identifier: Apache-2.0
import { OpfsReader, PACK_FOLDER } from '../opfsReader';
import type { Packs } from '../packs';

/** Packs in the origin-private file system, written through sync access handles: one file a pack. */
export class OpfsPacks extends OpfsReader implements Packs {
  readonly #folder: FileSystemDirectoryHandle;
  readonly #open = new Map<string, FileSystemSyncAccessHandle>();

  private constructor(storage: StorageManager, folder: FileSystemDirectoryHandle) {
    super(storage);
    this.#folder = folder;
  }

  /** Opens the folder and proves that it can be written; rejects where the file system is missing or refuses. */
  static async open(storage: StorageManager): Promise<OpfsPacks> {
    const root = await storage.getDirectory();
    const packs = new OpfsPacks(storage, await root.getDirectoryHandle(PACK_FOLDER, { create: true }));
    await packs.append('probe', new Uint8Array([1]));
    await packs.commit('probe');
    await packs.remove('probe');
    return packs;
  }

  async append(pack: string, bytes: Uint8Array<ArrayBuffer>): Promise<number> {
    const handle = await this.#handle(pack);
    const at = handle.getSize();
    const written = handle.write(bytes, { at });
    if (written !== bytes.length) {
      handle.truncate(at);
      throw new DOMException('a write ended early', 'QuotaExceededError');
    }
    return at;
  }

  async commit(pack: string): Promise<void> {
    this.#open.get(pack)?.flush();
  }

  async cut(pack: string, size: number): Promise<void> {
    const handle = await this.#handle(pack);
    if (handle.getSize() > size) handle.truncate(size);
  }

  async close(pack: string): Promise<void> {
    this.#open.get(pack)?.close();
    this.#open.delete(pack);
  }

  async remove(pack: string): Promise<void> {
    await this.close(pack);
    await this.#folder.removeEntry(pack).catch((cause: unknown) => {
      if (!(cause instanceof DOMException && cause.name === 'NotFoundError')) throw cause;
    });
  }

  async #handle(pack: string): Promise<FileSystemSyncAccessHandle> {
    const open = this.#open.get(pack);
    if (open !== undefined) return open;
    const handle = await (await this.#folder.getFileHandle(pack, { create: true })).createSyncAccessHandle();
    this.#open.set(pack, handle);
    return handle;
  }
}
