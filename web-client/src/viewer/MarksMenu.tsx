// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../model/commands';
import { nextKeyImage } from '../model/keyImages';
import { looked, type ViewerState } from '../model/state';
import type { Presentation } from '../model/study';
import { text } from '../ui/text';
import { Popover } from './Popover';
import type { Marks } from './useMarks';

interface Props {
  readonly state: ViewerState;
  readonly marks: Marks;
  readonly dispatch: (command: Command) => void;
  readonly onClose: () => void;
}

/** Whether there is anything to choose. */
export function hasMarks(state: ViewerState): boolean {
  const at = looked(state);
  const isCovered = at !== null && (at.kind.overlay || at.kind.shutters.length > 0);
  return isCovered || state.study.presentations.length > 0 || state.study.keyObjects.length > 0;
}

/** What is drawn over the picture, and in which state it is presented. */
export function MarksMenu({ state, marks, dispatch, onClose }: Props) {
  const at = looked(state);
  if (at === null) return null;
  const hasShutters = at.kind.shutters.length > 0 || (marks.document?.shutters.length ?? 0) > 0;
  const presentations = state.study.presentations.filter((one) =>
    one.frames.some((some) => some.series === state.current),
  );
  const next = nextKeyImage(state.study, state.current, at.own.frame);
  const toggle = (id: string, label: string, isOn: boolean, press: () => void) => (
    <button type="button" class="menu-item" data-testid={id} aria-pressed={isOn} onClick={press}>
      <span>{label}</span>
      <small>{isOn ? 'on' : 'off'}</small>
    </button>
  );
  const present = (id: string | null, label: string, more: string) => (
    <button
      key={id ?? ''}
      type="button"
      class="menu-item"
      data-testid="presentation"
      aria-pressed={marks.chosen === id}
      onClick={() => {
        marks.choose(id);
        onClose();
      }}
    >
      <span>{label}</span>
      <small>{more}</small>
    </button>
  );
  return (
    <Popover label={text.marksTitle} testId="marks-menu" onClose={onClose}>
      {at.kind.overlay && toggle('toggle-overlay', text.overlayPlanes, marks.overlay, marks.toggleOverlay)}
      {hasShutters && toggle('toggle-shutter', text.shutter, marks.shutter, marks.toggleShutter)}
      {presentations.length > 0 && present(null, text.asStored, '')}
      {presentations.map((one) => present(one.instance, nameOf(one), one.created.slice(0, 10)))}
      {next !== null && (
        <button
          type="button"
          class="menu-item"
          data-testid="next-key-image"
          onClick={() => {
            dispatch({ do: 'series', index: next.series });
            dispatch({ do: 'frame', index: next.frame });
          }}
        >
          <span>{text.nextKeyImage}</span>
        </button>
      )}
      {[...(marks.document?.notices ?? []), ...(marks.failure === null ? [] : [marks.failure])].map((notice) => (
        <p key={notice} class="popover__note" role="status">
          {notice}
        </p>
      ))}
    </Popover>
  );
}

const nameOf = (one: Presentation): string =>
  [one.description || one.label || text.presentation, one.creator].filter(Boolean).join(', ');
