// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../model/commands';
import type { ToolId, ViewerState } from '../model/state';
import { toolIcons } from './icons';

interface Props {
  readonly tools: readonly { readonly id: ToolId; readonly label: string; readonly key: string }[];
  readonly state: ViewerState;
  readonly dispatch: (command: Command) => void;
  readonly narrow: boolean;
  readonly onClose: () => void;
}

/** Tools as lines of a menu. A phone has no keys to name. */
export function ToolItems({ tools, state, dispatch, narrow, onClose }: Props) {
  return (
    <>
      {tools.map(({ id, label, key }) => {
        const Icon = toolIcons[id];
        return (
          <button
            key={id}
            type="button"
            class="menu-item"
            data-testid={`tool-${id}`}
            aria-pressed={state.tool === id}
            onClick={() => {
              dispatch({ do: 'tool', tool: id });
              onClose();
            }}
          >
            <Icon />
            <span>{label}</span>
            {!narrow && <small>{key}</small>}
          </button>
        );
      })}
    </>
  );
}
