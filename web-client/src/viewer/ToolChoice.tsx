// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../model/commands';
import { looked, type ViewerState } from '../model/state';
import { TOOLS } from '../tools/registry';
import { toolIcons } from './icons';
import { ToolButton } from './ToolButton';

interface Props {
  readonly state: ViewerState;
  readonly dispatch: (command: Command) => void;
  readonly narrow: boolean;
}

/** What one finger, or the main mouse button, does. Only what makes sense for this series is offered. */
export function ToolChoice({ state, dispatch, narrow }: Props) {
  const at = looked(state);
  const isStack = (at?.series.frames.length ?? 0) > 1;
  const isGrey = at?.kind.format !== 'RGB8';
  const offered = TOOLS.filter(({ id }) => {
    if (id === 'scroll') return isStack;
    return id === 'window' ? isGrey : !narrow;
  });
  return (
    <>
      {offered.map(({ id, label, key }) => (
        <ToolButton
          key={id}
          testId={`tool-${id}`}
          label={label}
          hint={`${label} (${key})`}
          icon={toolIcons[id]}
          pressed={state.tool === id}
          onPress={() => dispatch({ do: 'tool', tool: id })}
        />
      ))}
    </>
  );
}
