// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Command } from '../../model/commands';
import { looked, toolFor, type ViewerState } from '../../model/state';
import { measureToolOf } from '../../tools/measuring';
import { shortInstant } from '../../ui/format';
import { CrossIcon } from '../../ui/icons';
import type { Desk, Keeping } from '../desk';
import { isAt, type Mark } from '../mark';
import { groundOf } from '../taker';
import { text } from '../text';
import { BinIcon, RedoIcon, UndoIcon } from './icons';
import { useDeskView } from './useDeskView';

export interface BarProps {
  readonly desk: Desk;
  readonly state: ViewerState;
  readonly dispatch: (command: Command) => void;
}

/** While a measuring tool or a mark is chosen: what to do, undo and redo, words, delete. */
export function MeasureBar({ desk, state, dispatch }: BarProps) {
  const view = useDeskView(desk);
  const tool = measureToolOf(state.tool);
  const ground = groundOf(state);
  const chosen = desk.chosen !== null && ground !== null && isAt(desk.chosen, ground.place) ? desk.chosen : null;
  if (tool === null && chosen === null) return null;
  const { past, future } = view.marks;
  const done = () => {
    desk.set({ selected: null, placing: null, cursor: null });
    const series = looked(state)?.series;
    if (tool !== null) dispatch({ do: 'tool', tool: toolFor(series) });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that are not wanted here
    <div class="measure-bar" role="group" aria-label={text.bar} data-testid="measure-bar">
      {chosen === null ? (
        <span class="measure-bar__hint">{tool?.hint}</span>
      ) : (
        <Words
          key={chosen.id}
          mark={chosen}
          onChange={(words) => desk.run({ do: 'put', mark: { ...chosen, text: words } })}
        />
      )}
      {chosen !== null && <Kept keeping={view.keeping.get(chosen.id)} />}
      <BarButton id="undo" label={text.undo} off={past.length === 0} press={() => desk.run({ do: 'undo' })}>
        <UndoIcon />
      </BarButton>
      <BarButton id="redo" label={text.redo} off={future.length === 0} press={() => desk.run({ do: 'redo' })}>
        <RedoIcon />
      </BarButton>
      {chosen !== null && (
        <BarButton id="delete" label={text.delete} off={false} press={() => desk.run({ do: 'delete', id: chosen.id })}>
          <BinIcon />
        </BarButton>
      )}
      <BarButton id="done" label={text.done} off={false} press={done}>
        <CrossIcon />
      </BarButton>
    </div>
  );
}

/** Where the chosen mark is, and whose it is. */
function Kept({ keeping }: { readonly keeping: Keeping | undefined }) {
  const { state = 'draft', reason = '', by = '', at = '' } = keeping ?? {};
  const words = { draft: text.keeping.draft, failed: text.keeping.failedFor(reason), sent: savedWords(by, at) }[state];
  return (
    <span
      class={`measure-bar__kept measure-bar__kept--${state}`}
      role="status"
      data-testid="mark-state"
      data-state={state}
    >
      {words}
    </span>
  );
}

const savedWords = (by: string, at: string): string =>
  at === '' ? text.keeping.sent : text.keeping.sentBy(by, shortInstant(at));

interface ButtonProps {
  readonly id: string;
  readonly label: string;
  readonly off: boolean;
  readonly press: () => void;
  readonly children: preact.ComponentChildren;
}

const BarButton = ({ id, label, off, press, children }: ButtonProps) => (
  <button
    type="button"
    class="viewer-button"
    data-testid={`measure-${id}`}
    aria-label={label}
    title={label}
    disabled={off}
    onClick={press}
  >
    {children}
  </button>
);

/** A name for the mark; an arrow that was just drawn waits for its words. */
function Words({ mark, onChange }: { readonly mark: Mark; readonly onChange: (words: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (mark.kind === 'arrow' && mark.text === '') field.current?.focus({ preventScroll: true });
  }, []);
  return (
    <input
      ref={field}
      class="measure-bar__words"
      data-testid="mark-text"
      type="text"
      maxLength={200}
      autocomplete="off"
      aria-label={text.words}
      placeholder={text.words}
      value={mark.text}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
