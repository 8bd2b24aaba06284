// SPDX-License-Identifier: Apache-2.0
import type { KeptMark, MarkShape } from '../../contract/keptMarks';

/** A change that the server has not said to have kept. `shape` null: deleted. `by`: who made it; null when nobody had signed in. */
export interface Entry {
  readonly change: string;
  readonly study: string;
  readonly id: string;
  /** The version that was changed; 0 for a new mark. */
  readonly base: number;
  readonly shape: MarkShape | null;
  readonly by: string | null;
  /** Grows from entry to entry. */
  readonly order: number;
}

/** Where changes are written at once, and what the server said last: both outlast the page. */
export interface Journal {
  /** In the order in which they were made. */
  entries(study: string): Promise<readonly Entry[]>;
  put(entry: Entry): Promise<void>;
  remove(change: string): Promise<void>;
  seen(study: string): Promise<readonly KeptMark[]>;
  keepSeen(study: string, marks: readonly KeptMark[]): Promise<void>;
}

/** Ends with the page: where a browser keeps nothing, and in tests. */
export class MemoryJournal implements Journal {
  readonly #entries = new Map<string, Entry>();
  readonly #seen = new Map<string, readonly KeptMark[]>();

  async entries(study: string): Promise<readonly Entry[]> {
    return [...this.#entries.values()]
      .filter((entry) => entry.study === study)
      .sort((one, other) => one.order - other.order);
  }

  async put(entry: Entry): Promise<void> {
    this.#entries.set(entry.change, entry);
  }

  async remove(change: string): Promise<void> {
    this.#entries.delete(change);
  }

  async seen(study: string): Promise<readonly KeptMark[]> {
    return this.#seen.get(study) ?? [];
  }

  async keepSeen(study: string, marks: readonly KeptMark[]): Promise<void> {
    this.#seen.set(study, marks);
  }
}
