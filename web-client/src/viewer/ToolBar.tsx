// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Command } from '../model/commands';
import { layersOfSeries } from '../model/layers';
import { looked, type ViewerState } from '../model/state';
import { measureToolOf } from '../tools/measuring';
import { text } from '../ui/text';
import { ActionButtons } from './ActionButtons';
import { LayersIcon, LayoutIcon, MarksIcon, MeasureIcon, MoreIcon, PresetsIcon, toolIcons } from './icons';
import { LayersMenu } from './LayersMenu';
import { LayoutChoice } from './LayoutChoice';
import { hasMarks, MarksMenu } from './MarksMenu';
import { MeasureMenu } from './MeasureMenu';
import { MoreMenu } from './MoreMenu';
import { Popover } from './Popover';
import { PresetMenu } from './PresetMenu';
import { ToolChoice } from './ToolChoice';
import { ToolMenu } from './ToolMenu';
import type { Layers } from './useLayers';
import type { Marks } from './useMarks';
import type { Panes } from './usePanes';

interface Props {
  readonly state: ViewerState;
  readonly dispatch: (command: Command) => void;
  readonly marks: Marks;
  readonly layers: Layers;
  readonly narrow: boolean;
  readonly panes: Pick<Panes, 'view' | 'run'>;
  /** What else there is to do with the study, for the menu of more. */
  readonly extra: ComponentChildren;
  readonly onHelp: () => void;
  /** Somebody has to say how large the screen is. */
  readonly onScreen: () => void;
}

/** Buttons that are always there; on a narrow screen the rest is in the menu of more. */
export function ToolBar({ state, dispatch, marks, layers, narrow, panes, extra, onHelp, onScreen }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const at = looked(state);
  if (at === null) return null;
  const close = () => setOpen(null);
  const menu = (testId: string) => ({
    testId,
    isOpen: open === testId,
    onToggle: () => setOpen(open === testId ? null : testId),
  });
  const measure = measureToolOf(state.tool);
  return (
    <div class="toolbar" role="toolbar" aria-label="Tools">
      <ToolChoice state={state} dispatch={dispatch} narrow={narrow} />
      {at.kind.format !== 'RGB8' && (
        <ToolMenu {...menu('presets')} label="Presets" hint="Window presets (1 to 9)" icon={PresetsIcon}>
          <PresetMenu state={state} dispatch={dispatch} onClose={close} />
        </ToolMenu>
      )}
      <ToolMenu
        {...menu('measure-button')}
        label={text.measure.button}
        hint={text.measure.hint}
        icon={measure === null ? MeasureIcon : toolIcons[measure.id]}
        {...(measure === null ? {} : { pressed: true })}
      >
        <MeasureMenu state={state} dispatch={dispatch} narrow={narrow} onClose={close} />
      </ToolMenu>
      {layersOfSeries(state.study, state.current).length > 0 && (
        <ToolMenu {...menu('layers-button')} label="Layers" hint="Segmentations, structures, dose" icon={LayersIcon}>
          <LayersMenu state={state} layers={layers} dispatch={dispatch} onClose={close} />
        </ToolMenu>
      )}
      {hasMarks(state) && (
        <ToolMenu
          {...menu('marks-button')}
          label="Marks"
          hint="Overlays, shutter, presentations, key images"
          icon={MarksIcon}
        >
          <MarksMenu state={state} marks={marks} dispatch={dispatch} onClose={close} />
        </ToolMenu>
      )}
      {!narrow && (
        <ToolMenu {...menu('layout-button')} label={text.layout.button} hint={text.layout.title} icon={LayoutIcon}>
          <Popover label={text.layout.title} testId="layout-menu" onClose={close}>
            <LayoutChoice view={panes.view} run={panes.run} onClose={close} />
          </Popover>
        </ToolMenu>
      )}
      <span class="toolbar__gap" />
      <ActionButtons state={state} dispatch={dispatch} narrow={narrow} />
      <ToolMenu {...menu('more')} label="More" hint="More tools" icon={MoreIcon}>
        <MoreMenu state={state} dispatch={dispatch} narrow={narrow} onHelp={onHelp} onScreen={onScreen} onClose={close}>
          {narrow && <LayoutChoice view={panes.view} run={panes.run} onClose={close} />}
          {extra}
        </MoreMenu>
      </ToolMenu>
    </div>
  );
}
