// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../model/commands';
import { trueSizeOf } from '../model/screenSize';
import { looked, type ViewerState } from '../model/state';
import { text } from '../ui/text';
import { TrueSizeIcon } from './icons';
import { readScreen } from './screenStore';

interface Props {
  readonly state: ViewerState;
  readonly dispatch: (command: Command) => void;
  readonly onClose: () => void;
  readonly onScreen: () => void;
}

/** As large as it is; or why that cannot be. */
export function TrueSizeItem({ state, dispatch, onClose, onScreen }: Props) {
  const at = looked(state);
  if (at === null) return null;
  const size = trueSizeOf(at.kind, readScreen());
  const press = () => {
    onClose();
    if (size.kind === 'ready') dispatch({ do: 'true-size', perMm: size.perMm });
    else onScreen();
  };
  return (
    <>
      <button
        type="button"
        class="menu-item"
        data-testid="true-size"
        disabled={size.kind === 'no-spacing'}
        onClick={press}
      >
        <TrueSizeIcon />
        <span>{text.measure.trueSize}</span>
      </button>
      {size.kind === 'no-spacing' && <p class="popover__note">{text.measure.noSpacing}</p>}
      {size.kind === 'no-screen' && <p class="popover__note">{text.measure.screenUnknown}</p>}
      {size.kind === 'ready' && (
        <button
          type="button"
          class="menu-item"
          data-testid="screen-size"
          onClick={() => {
            onClose();
            onScreen();
          }}
        >
          <span>{text.measure.screenTitle}</span>
        </button>
      )}
    </>
  );
}
