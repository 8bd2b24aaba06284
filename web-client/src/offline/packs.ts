// SPDX-License-Identifier: Apache-2.0

/** Reads of packs; safe from any tab and worker. */
export interface PackReader {
  /** These bytes of a pack; null when the pack does not hold all of them. */
  slice(pack: string, offset: number, length: number): Promise<Blob | null>;
  /** Committed bytes of a pack; 0 when there is no such pack. */
  size(pack: string): Promise<number>;
}

/**
 * Append-only files that hold the bytes of blobs, one behind the other and nothing between. One writer at a time: whoever
 * holds the lock of the offline store.
 */
export interface Packs extends PackReader {
  /** Appends and answers the offset of the first byte. Nothing is promised until `commit`. */
  append(pack: string, bytes: Uint8Array<ArrayBuffer>): Promise<number>;
  /** What was appended is on disk when this ends. */
  commit(pack: string): Promise<void>;
  /** Drops what lies behind `size`. */
  cut(pack: string, size: number): Promise<void>;
  /** Lets go of the pack until it is next used. */
  close(pack: string): Promise<void>;
  /** Removes the pack; nothing happens when there is none. */
  remove(pack: string): Promise<void>;
}
