// SPDX-License-Identifier: Apache-2.0
/** Bytes a second above which an exact tile comes about as soon as its preview would. */
export const FAST_BYTES_PER_SECOND = 1_500_000;

/** What the link has lately given, from whole requests, so that waiting for the first byte counts. */
export class LinkSpeed {
  #bytesPerSecond = 0;

  saw(bytes: number, ms: number): void {
    const rate = (bytes * 1000) / Math.max(1, ms);
    this.#bytesPerSecond = this.#bytesPerSecond === 0 ? rate : 0.7 * this.#bytesPerSecond + 0.3 * rate;
  }

  get isFast(): boolean {
    return this.#bytesPerSecond > FAST_BYTES_PER_SECOND;
  }
}
