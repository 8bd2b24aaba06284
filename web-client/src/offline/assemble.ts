// SPDX-License-Identifier: Apache-2.0
import { inflate } from './inflate';
import { BrokenStream, hex, type Part } from './stream';

/** A whole blob whose SHA-256 is its name. */
export interface WholeBlob {
  readonly hash: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The bytes of a blob are not what its hash says. They are thrown away. */
export class DamagedBlob extends Error {
  override readonly name = 'DamagedBlob';
}

/** The server no longer has a blob that its manifest named. */
export class BlobGone extends Error {
  override readonly name = 'BlobGone';
}

/** Puts the parts of one blob after the other together. What came of a blob before the link broke is kept for the next try. */
export class Assembler {
  #hash = '';
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #length = 0;

  /** How many bytes of the blob are here, so where to go on. */
  have(hash: string): number {
    return hash === this.#hash ? this.#length : 0;
  }

  /** Takes a part of a blob that is `size` bytes in all; answers the blob when that made it whole. */
  async take(part: Part, size: number): Promise<WholeBlob | null> {
    if (part.absent) throw new BlobGone('a blob of the manifest is gone');
    if (part.offset !== this.have(part.hash) || part.offset + part.plainLength > size) {
      throw new BrokenStream('a part does not fit where it says');
    }
    if (part.plainLength === 0 && size > 0) throw new BrokenStream('a part is empty');
    const plain = part.deflated ? await inflate(part.wire, part.plainLength) : part.wire;
    if (part.hash !== this.#hash) this.#begin(part.hash, size);
    this.#bytes.set(plain, part.offset);
    this.#length = part.offset + plain.length;
    return this.#length === size ? this.#finish() : null;
  }

  #begin(hash: string, size: number): void {
    this.#hash = hash;
    this.#bytes = new Uint8Array(size);
    this.#length = 0;
  }

  async #finish(): Promise<WholeBlob> {
    const blob = { hash: this.#hash, bytes: this.#bytes };
    this.#begin('', 0);
    const digest = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', blob.bytes)));
    if (digest !== blob.hash) throw new DamagedBlob('a blob arrived damaged');
    return blob;
  }
}
