// SPDX-License-Identifier: Apache-2.0
import type { Pin } from './pin';

/** Where the bytes of a blob lie. */
export interface BlobPlace {
  readonly hash: string;
  readonly pack: string;
  readonly offset: number;
  readonly length: number;
}

/** What is answered at a path. */
export interface PathEntry {
  readonly path: string;
  readonly hash: string;
  readonly type: string;
}

export interface Found {
  readonly place: BlobPlace;
  readonly type: string;
  /** When the server last confirmed the study, ISO 8601; null while it was never complete. */
  readonly heardAt: string | null;
}

/**
 * What is kept, and where. Every method is one transaction: all or nothing. It knows nothing of the bytes themselves: a row is
 * added only after its bytes are committed to their pack, so a crash leaves at worst bytes without a row.
 */
export interface PinIndex {
  /** In the order in which they were asked for. */
  pins(): Promise<readonly Pin[]>;
  /** Puts `change(what is there)` in its place; nothing happens when `change` gives null. Answers what is there afterwards. */
  change(study: string, change: (pin: Pin | null) => Pin | null): Promise<Pin | null>;
  /** The blobs of a study that are here, by hash. */
  held(study: string): Promise<ReadonlyMap<string, BlobPlace>>;
  /** Adds blobs and paths of a study that is `wanted`; false, and nothing added, when it no longer is. */
  add(
    study: string,
    blobs: readonly BlobPlace[],
    paths: readonly PathEntry[],
    pin: (pin: Pin) => Pin,
  ): Promise<boolean>;
  /** Puts these paths in the place of all former ones of a study that is `wanted`; false when it no longer is. */
  settle(study: string, paths: readonly PathEntry[], pin: (pin: Pin) => Pin): Promise<boolean>;
  /** What is kept for a path; null when nothing is. */
  find(path: string): Promise<Found | null>;
  /** Forgets blobs of a study whose bytes turned out not to be there. */
  forget(study: string, hashes: readonly string[]): Promise<void>;
  /** Forgets everything of a study. */
  remove(study: string): Promise<void>;
}
