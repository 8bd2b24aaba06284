// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../model/commands';
import { firstPreset, presetsFor } from '../model/presets';
import { looked, type ViewerState } from '../model/state';
import { voiText } from './labels';
import { Popover } from './Popover';

interface Props {
  readonly state: ViewerState;
  readonly dispatch: (command: Command) => void;
  readonly onClose: () => void;
}

/** The image's own windows under their names, then what every department uses. */
export function PresetMenu({ state, dispatch, onClose }: Props) {
  const at = looked(state);
  if (at === null) return null;
  const presets = presetsFor(at.series, at.kind);
  const choice = at.own.window;
  const chosen =
    choice.by === 'preset' ? choice.id : choice.by === 'default' ? (firstPreset(at.series, at.kind)?.id ?? '') : '';
  return (
    <Popover label="Window presets" testId="preset-menu" onClose={onClose}>
      {presets.length === 0 && (
        <p class="popover__note">This image names no windows; it is shown from its minimum to its maximum.</p>
      )}
      {presets.map((preset, index) => (
        <button
          key={preset.id}
          type="button"
          class="menu-item"
          data-testid="preset"
          data-preset={preset.id}
          aria-pressed={preset.id === chosen}
          onClick={() => {
            dispatch({ do: 'preset', id: preset.id });
            onClose();
          }}
        >
          <kbd>{index < 9 ? index + 1 : ''}</kbd>
          <span>{preset.label}</span>
          <small>{preset.lut === undefined ? voiText(preset) : 'table'}</small>
        </button>
      ))}
    </Popover>
  );
}
