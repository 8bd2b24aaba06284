// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../model/commands';
import { looked, type ViewerState } from '../model/state';
import { actionIcons } from './icons';
import { ToolButton } from './ToolButton';

interface Props {
  readonly state: ViewerState;
  readonly dispatch: (command: Command) => void;
  /** On a phone only what is needed most: the rest is in the menu of more. */
  readonly narrow: boolean;
}

/** What is done at once when pressed. */
export function ActionButtons({ state, dispatch, narrow }: Props) {
  const at = looked(state);
  if (at === null) return null;
  const { playing } = state.cine;
  const press = (command: Command) => () => dispatch(command);
  return (
    <>
      <ToolButton
        testId="fit"
        label="Fit"
        hint="Whole image (f)"
        icon={actionIcons.fit}
        onPress={press({ do: 'fit' })}
      />
      {!narrow && (
        <ToolButton
          testId="actual-size"
          label="1:1"
          hint="Pixel for pixel (0)"
          icon={actionIcons.actualSize}
          onPress={press({ do: 'actual-size' })}
        />
      )}
      {!narrow && (
        <ToolButton
          testId="invert"
          label="Invert"
          hint="Negative (i)"
          icon={actionIcons.invert}
          pressed={at.own.negative}
          onPress={press({ do: 'invert' })}
        />
      )}
      {at.series.frames.length > 1 && (
        <ToolButton
          testId="cine"
          label={playing ? 'Pause' : 'Play'}
          hint="Play through the stack (space)"
          icon={playing ? actionIcons.pause : actionIcons.play}
          pressed={playing}
          onPress={press({ do: playing ? 'pause' : 'play' })}
        />
      )}
    </>
  );
}
