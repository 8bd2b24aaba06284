// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { Command } from '../model/commands';
import { looked, type ViewerState } from '../model/state';
import { TOOLS } from '../tools/registry';
import { actionIcons, MoreIcon, PresetsIcon, toolIcons } from './icons';
import { MoreMenu } from './MoreMenu';
import { PresetMenu } from './PresetMenu';
import { ToolButton } from './ToolButton';
import { useNarrow } from './useNarrow';

interface Props {
  readonly state: ViewerState;
  readonly dispatch: (command: Command) => void;
}

type Open = 'none' | 'presets' | 'more';

/** Buttons that are always there; on a narrow screen the rest is in the menu of more. */
export function ToolBar({ state, dispatch }: Props) {
  const narrow = useNarrow();
  const [open, setOpen] = useState<Open>('none');
  const at = looked(state);
  if (at === null) return null;
  const toggle = (menu: Open) => setOpen(open === menu ? 'none' : menu);
  const isGrey = at.kind.format !== 'RGB8';
  const tools = TOOLS.filter(
    ({ id }) =>
      (id !== 'scroll' || at.series.frames.length > 1) &&
      (id !== 'window' || isGrey) &&
      !(narrow && (id === 'pan' || id === 'zoom')),
  );
  return (
    <div class="toolbar" role="toolbar" aria-label="Tools">
      {tools.map(({ id, label, key }) => (
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
      {isGrey && (
        <ToolButton
          testId="presets"
          label="Presets"
          hint="Window presets (1 to 9)"
          icon={PresetsIcon}
          expanded={open === 'presets'}
          onPress={() => toggle('presets')}
        />
      )}
      <span class="toolbar__gap" />
      <ToolButton
        testId="fit"
        label="Fit"
        hint="Whole image (f)"
        icon={actionIcons.fit}
        onPress={() => dispatch({ do: 'fit' })}
      />
      <ToolButton
        testId="actual-size"
        label="1:1"
        hint="Pixel for pixel (0)"
        icon={actionIcons.actualSize}
        onPress={() => dispatch({ do: 'actual-size' })}
      />
      <ToolButton
        testId="invert"
        label="Invert"
        hint="Negative (i)"
        icon={actionIcons.invert}
        pressed={at.own.negative}
        onPress={() => dispatch({ do: 'invert' })}
      />
      {at.series.frames.length > 1 && (
        <ToolButton
          testId="cine"
          label={state.cine.playing ? 'Pause' : 'Play'}
          hint="Play through the stack (space)"
          icon={state.cine.playing ? actionIcons.pause : actionIcons.play}
          pressed={state.cine.playing}
          onPress={() => dispatch({ do: state.cine.playing ? 'pause' : 'play' })}
        />
      )}
      <ToolButton
        testId="more"
        label="More"
        hint="More tools"
        icon={MoreIcon}
        expanded={open === 'more'}
        onPress={() => toggle('more')}
      />
      {open === 'presets' && <PresetMenu state={state} dispatch={dispatch} onClose={() => setOpen('none')} />}
      {open === 'more' && (
        <MoreMenu state={state} dispatch={dispatch} narrow={narrow} onClose={() => setOpen('none')} />
      )}
    </div>
  );
}
