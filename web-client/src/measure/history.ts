// SPDX-License-Identifier: Apache-2.0
// All marks of a study, and what was done to them, so that it can be undone. Pure.
import type { Mark } from './mark';

/** One change of one mark: null is "not there". */
export interface Edit {
  readonly id: string;
  readonly before: Mark | null;
  readonly after: Mark | null;
}

export interface Marks {
  readonly all: ReadonlyMap<string, Mark>;
  readonly past: readonly Edit[];
  readonly future: readonly Edit[];
}

export type MarkCommand =
  | { readonly do: 'put'; readonly mark: Mark }
  | { readonly do: 'delete'; readonly id: string }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  /** What comes from elsewhere: is not undone here, and what is undone here no longer touches it. */
  | { readonly do: 'take'; readonly id: string; readonly mark: Mark | null };

export const NO_MARKS: Marks = { all: new Map(), past: [], future: [] };

const MOST_STEPS = 200;

export function reduceMarks(marks: Marks, command: MarkCommand): Marks {
  switch (command.do) {
    case 'put':
      return edited(marks, command.mark.id, command.mark);
    case 'delete':
      return edited(marks, command.id, null);
    case 'undo': {
      const edit = marks.past.at(-1);
      if (edit === undefined) return marks;
      const all = withMark(marks.all, edit.id, edit.before);
      return { all, past: marks.past.slice(0, -1), future: [...marks.future, edit] };
    }
    case 'redo': {
      const edit = marks.future.at(-1);
      if (edit === undefined) return marks;
      const all = withMark(marks.all, edit.id, edit.after);
      return { all, past: [...marks.past, edit], future: marks.future.slice(0, -1) };
    }
    case 'take': {
      const isOther = (edit: Edit) => edit.id !== command.id;
      const all = withMark(marks.all, command.id, command.mark);
      return { all, past: marks.past.filter(isOther), future: marks.future.filter(isOther) };
    }
  }
}

function edited(marks: Marks, id: string, after: Mark | null): Marks {
  const before = marks.all.get(id) ?? null;
  if (before === after || JSON.stringify(before) === JSON.stringify(after)) return marks;
  const past = [...marks.past, { id, before, after }].slice(-MOST_STEPS);
  return { all: withMark(marks.all, id, after), past, future: [] };
}

function withMark(all: ReadonlyMap<string, Mark>, id: string, mark: Mark | null): ReadonlyMap<string, Mark> {
  const next = new Map(all);
  if (mark === null) next.delete(id);
  else next.set(id, mark);
  return next;
}
