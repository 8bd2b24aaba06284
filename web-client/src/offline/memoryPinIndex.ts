// SPDX-License-Identifier: Apache-2.0
import { hasEnded, type Pin } from './pin';
import type { BlobPlace, Found, PathEntry, PinIndex } from './pinIndex';

interface Kept {
  pin: Pin;
  readonly blobs: Map<string, BlobPlace>;
  readonly paths: Map<string, PathEntry>;
}

/** The index in memory: for tests, and for what has no other storage. */
export class MemoryPinIndex implements PinIndex {
  readonly #studies = new Map<string, Kept>();

  async pins(): Promise<readonly Pin[]> {
    return [...this.#studies.values()].map((kept) => kept.pin).sort((a, b) => a.since.localeCompare(b.since));
  }

  async change(study: string, change: (pin: Pin | null) => Pin | null): Promise<Pin | null> {
    const kept = this.#studies.get(study);
    const after = change(kept?.pin ?? null);
    if (after === null) {
      return kept?.pin ?? null;
    }
    if (kept === undefined) {
      this.#studies.set(study, { pin: after, blobs: new Map(), paths: new Map() });
    } else {
      kept.pin = after;
    }
    return after;
  }

  async held(study: string): Promise<ReadonlyMap<string, BlobPlace>> {
    return new Map(this.#studies.get(study)?.blobs);
  }

  async add(
    study: string,
    blobs: readonly BlobPlace[],
    paths: readonly PathEntry[],
    pin: (pin: Pin) => Pin,
  ): Promise<boolean> {
    const kept = this.#wanted(study);
    if (kept === null) {
      return false;
    }
    for (const blob of blobs) kept.blobs.set(blob.hash, blob);
    for (const entry of paths) kept.paths.set(entry.path, entry);
    kept.pin = pin(kept.pin);
    return true;
  }

  async settle(study: string, paths: readonly PathEntry[], pin: (pin: Pin) => Pin): Promise<boolean> {
    this.#wanted(study)?.paths.clear();
    return this.add(study, [], paths, pin);
  }

  async find(path: string): Promise<Found | null> {
    for (const { pin, blobs, paths } of this.#studies.values()) {
      const entry = paths.get(path);
      const place = entry && blobs.get(entry.hash);
      if (entry && place && pin.state !== 'removing' && !hasEnded(pin, Date.now())) {
        return { place, type: entry.type, heardAt: pin.heardAt };
      }
    }
    return null;
  }

  async forget(study: string, hashes: readonly string[]): Promise<void> {
    for (const hash of hashes) this.#studies.get(study)?.blobs.delete(hash);
  }

  async remove(study: string): Promise<void> {
    this.#studies.delete(study);
  }

  #wanted(study: string): Kept | null {
    const kept = this.#studies.get(study);
    return kept?.pin.state === 'wanted' ? kept : null;
  }
}
