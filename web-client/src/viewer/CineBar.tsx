// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../model/commands';
import type { ViewerState } from '../model/state';

interface Props {
  readonly state: ViewerState;
  readonly dispatch: (command: Command) => void;
}

/** Speed of a cine, while it plays. */
export function CineBar({ state, dispatch }: Props) {
  const { playing, frameMs } = state.cine;
  if (!playing) return null;
  const perSecond = Math.max(1, Math.round(1000 / frameMs));
  const speed = (rate: number) => () => dispatch({ do: 'cine-speed', frameMs: 1000 / Math.max(1, rate) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that are not wanted here
    <div class="cine-bar" role="group" aria-label="Cine speed" data-testid="cine-bar">
      <button type="button" class="viewer-button" aria-label="Slower" onClick={speed(perSecond - 2)}>
        −
      </button>
      <output class="cine-bar__speed" data-testid="cine-speed">
        {perSecond} / s
      </output>
      <button type="button" class="viewer-button" aria-label="Faster" onClick={speed(perSecond + 2)}>
        +
      </button>
    </div>
  );
}
