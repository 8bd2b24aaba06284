// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import type { Command } from '../model/commands';
import type { ViewerState } from '../model/state';
import { TOOLS } from '../tools/registry';
import { text } from '../ui/text';
import { actionIcons, KeysIcon } from './icons';
import { Popover } from './Popover';
import { ToolItems } from './ToolItems';
import { TrueSizeItem } from './TrueSizeItem';

interface Props {
  readonly state: ViewerState;
  readonly dispatch: (command: Command) => void;
  readonly narrow: boolean;
  readonly onHelp: () => void;
  readonly onScreen: () => void;
  readonly onClose: () => void;
  /** What else there is to do with the study. */
  readonly children?: ComponentChildren;
}

/** What is needed less often; on a narrow screen also the tools that two fingers do anyway. */
export function MoreMenu({ state, dispatch, narrow, onHelp, onScreen, onClose, children }: Props) {
  const press = (command: Command) => () => {
    dispatch(command);
    onClose();
  };
  const extra = narrow ? TOOLS.filter(({ id }) => id === 'pan' || id === 'zoom') : [];
  return (
    <Popover label="More tools" testId="more-menu" onClose={onClose}>
      <ToolItems tools={extra} state={state} dispatch={dispatch} narrow={narrow} onClose={onClose} />
      {[...(narrow ? NARROW_ACTIONS : []), ...ACTIONS].map(({ label, key, command, icon: Icon }) => (
        <button key={command.do} type="button" class="menu-item" data-testid={command.do} onClick={press(command)}>
          <Icon />
          <span>{label}</span>
          {!narrow && <small>{key}</small>}
        </button>
      ))}
      <TrueSizeItem state={state} dispatch={dispatch} onClose={onClose} onScreen={onScreen} />
      {!narrow && (
        <button
          type="button"
          class="menu-item"
          data-testid="keys"
          aria-haspopup="dialog"
          onClick={() => {
            onClose();
            onHelp();
          }}
        >
          <KeysIcon />
          <span>{text.keysTitle}</span>
          <small>?</small>
        </button>
      )}
      {children}
    </Popover>
  );
}

const NARROW_ACTIONS = [
  { label: 'Pixel for pixel', key: '0', command: { do: 'actual-size' }, icon: actionIcons.actualSize },
  { label: 'Invert', key: 'i', command: { do: 'invert' }, icon: actionIcons.invert },
] as const;

const ACTIONS = [
  { label: 'Turn right', key: 't', command: { do: 'rotate' }, icon: actionIcons.rotate },
  { label: 'Mirror', key: 'm', command: { do: 'flip' }, icon: actionIcons.flip },
  { label: 'Reset', key: 'r', command: { do: 'reset' }, icon: actionIcons.reset },
] as const;
