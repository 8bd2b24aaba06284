// SPDX-License-Identifier: Apache-2.0
// What is decoded, bounded in bytes, by where it lies: when room is needed, what is farthest from the reader goes. A
// cache by last use would throw away exactly the slices that a reader who turns round needs next.

export interface Held<T> {
  readonly key: string;
  readonly bytes: number;
  readonly value: T;
}

export class PositionCache<T> {
  readonly #entries = new Map<string, Held<T>>();
  readonly #most: number;
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  get(key: string): T | undefined {
    return this.#entries.get(key)?.value;
  }

  values(): IterableIterator<Held<T>> {
    return this.#entries.values();
  }

  /**
   * Adds an entry, then gives back the keys that had to go so that the bound holds; it may be the new one itself,
   * when that is farthest. `distance` is greater the less an entry is needed.
   */
  put(entry: Held<T>, distance: (value: T) => number): string[] {
    this.delete(entry.key);
    this.#entries.set(entry.key, entry);
    this.#bytes += entry.bytes;
    return this.#trim(distance);
  }

  #trim(distance: (value: T) => number): string[] {
    if (this.#bytes <= this.#most) return [];
    const farthestFirst = [...this.#entries.values()]
      .map((entry) => ({ entry, far: distance(entry.value) }))
      .sort((one, other) => other.far - one.far);
    const gone: string[] = [];
    for (const { entry } of farthestFirst) {
      if (this.#bytes <= this.#most) break;
      this.delete(entry.key);
      gone.push(entry.key);
    }
    return gone;
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }
}
