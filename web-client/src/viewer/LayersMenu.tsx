// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../model/commands';
import { framesUnder, layersOfSeries, lookOf } from '../model/layers';
import { looked, type ViewerState } from '../model/state';
import type { StudyLayer } from '../model/study';
import { text } from '../ui/text';
import { Popover } from './Popover';
import type { Layers } from './useLayers';

interface Props {
  readonly state: ViewerState;
  readonly layers: Layers;
  readonly dispatch: (command: Command) => void;
  readonly onClose: () => void;
}

/** Each layer of the series: shown or not, how strongly, and on which images. */
export function LayersMenu({ state, layers, dispatch, onClose }: Props) {
  return (
    <Popover label={text.layersTitle} testId="layers-menu" onClose={onClose}>
      {layersOfSeries(state.study, state.current).map((layer) => (
        <OneLayer key={layer.layer} layer={layer} state={state} layers={layers} dispatch={dispatch} />
      ))}
    </Popover>
  );
}

interface OneProps {
  readonly layer: StudyLayer;
  readonly state: ViewerState;
  readonly layers: Layers;
  readonly dispatch: (command: Command) => void;
}

function OneLayer({ layer, state, layers, dispatch }: OneProps) {
  const look = lookOf(layers.looks, layer);
  const frame = looked(state)?.own.frame ?? 0;
  const under = framesUnder(layer, state.current);
  const isHere = under.includes(frame);
  const nearest = under.reduce(
    (best, one) => (Math.abs(one - frame) < Math.abs(best - frame) ? one : best),
    under[0] ?? frame,
  );
  return (
    <div class="layer-item">
      <button
        type="button"
        class="menu-item"
        data-testid="toggle-layer"
        aria-pressed={look.on}
        onClick={() => layers.change(layer, { on: !look.on })}
      >
        <span>{layer.label}</span>
        <small>{look.on ? 'on' : 'off'}</small>
      </button>
      {look.on && (
        <label class="layer-item__opacity">
          <span>{text.opacity}</span>
          <input
            type="range"
            min="10"
            max="100"
            step="5"
            data-testid="layer-opacity"
            value={Math.round(look.opacity * 100)}
            aria-label={text.opacityOf(layer.label)}
            onInput={(event) => layers.change(layer, { opacity: Number(event.currentTarget.value) / 100 })}
          />
        </label>
      )}
      {!isHere && (
        <button
          type="button"
          class="menu-item"
          data-testid="layer-go"
          onClick={() => dispatch({ do: 'frame', index: nearest })}
        >
          <span>{text.layerElsewhere(nearest + 1)}</span>
        </button>
      )}
    </div>
  );
}
