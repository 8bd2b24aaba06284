// SPDX-License-Identifier: Apache-2.0
// What is being measured in one open study: its marks, the chosen one, the one that is being set. Confined to the main thread.
import type { Point } from '../model/view';
import { type MarkCommand, type Marks, NO_MARKS, reduceMarks } from './history';
import type { Mark, MarkPlace } from './mark';
import type { Placing } from './placing';

/** The finger that holds something, or looks through the magnifier. CSS pixels in its pane. */
export interface Hand {
  readonly pane: unknown;
  readonly at: Point;
  readonly isTouch: boolean;
  readonly magnify: boolean;
}

/** Where a mark is: only in this browser, at the server, or refused by it. `by` and `at`: whose version is at the server. */
export interface Keeping {
  readonly state: 'draft' | 'sent' | 'failed';
  /** Why it failed. */
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export interface DeskView {
  readonly marks: Marks;
  readonly selected: string | null;
  /** The chosen mark where the finger has it now: it is a change only when it is let go. */
  readonly moving: Mark | null;
  readonly placing: { readonly placing: Placing; readonly place: MarkPlace; readonly pane: unknown } | null;
  readonly hand: Hand | null;
  /** The cross that keys move, in image coordinates. */
  readonly cursor: Point | null;
  /** By the ids of marks. */
  readonly keeping: ReadonlyMap<string, Keeping>;
}

/** A mark that changed by somebody's hand here; null: it was deleted. */
export type OnEdit = (id: string, mark: Mark | null) => void;

export class Desk {
  readonly #listeners = new Set<() => void>();
  readonly #newId: () => string;
  onEdit: OnEdit = () => {};
  #view: DeskView = {
    marks: NO_MARKS,
    selected: null,
    moving: null,
    placing: null,
    hand: null,
    cursor: null,
    keeping: new Map(),
  };

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  get view(): DeskView {
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(change: Partial<DeskView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }

  run(command: MarkCommand): void {
    const before = this.#view.marks;
    const marks = reduceMarks(before, command);
    if (marks === before) return;
    const { selected } = this.#view;
    this.set({ marks, selected: selected !== null && marks.all.has(selected) ? selected : null });
    if (command.do !== 'take') this.#tellEdits(before, marks);
  }

  /** A new mark is chosen at once, so that it can be adjusted. */
  add(mark: Omit<Mark, 'id' | 'text'>): void {
    const id = this.#newId();
    this.run({ do: 'put', mark: { ...mark, id, text: '' } });
    this.set({ selected: id });
  }

  get chosen(): Mark | null {
    const { selected, marks } = this.#view;
    return selected === null ? null : (marks.all.get(selected) ?? null);
  }

  #tellEdits(before: Marks, after: Marks): void {
    for (const [id, mark] of after.all) if (before.all.get(id) !== mark) this.onEdit(id, mark);
    for (const id of before.all.keys()) if (!after.all.has(id)) this.onEdit(id, null);
  }
}
