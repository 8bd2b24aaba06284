// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../model/commands';
import type { ViewerState } from '../model/state';
import { MEASURE_TOOLS } from '../tools/measuring';
import { text } from '../ui/text';
import { toolIcons } from './icons';
import { Popover } from './Popover';

interface Props {
  readonly state: ViewerState;
  readonly dispatch: (command: Command) => void;
  readonly narrow: boolean;
  readonly onClose: () => void;
}

/** What measures and points. */
export function MeasureMenu({ state, dispatch, narrow, onClose }: Props) {
  return (
    <Popover label={text.measure.title} testId="measure-menu" onClose={onClose}>
      {MEASURE_TOOLS.map(({ id, label, key }) => {
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
    </Popover>
  );
}
