// SPDX-License-Identifier: Apache-2.0
import { layersOver, layerUrl, lookOf } from '../model/layers';
import type { ViewerState } from '../model/state';
import { looked } from '../model/state';
import { text } from '../ui/text';
import type { Arrival, Arrivals } from './useArrivals';
import type { Layers } from './useLayers';

/** What the colours over the picture mean; only of layers that are seen on this frame. */
export function LayerLegend({
  state,
  layers,
  arrivals,
}: {
  readonly state: ViewerState;
  readonly layers: Layers;
  readonly arrivals: Arrivals;
}) {
  const at = looked(state);
  if (at === null) return null;
  const shown = layersOver(state.study, state.current, at.own.frame).filter((layer) => lookOf(layers.looks, layer).on);
  if (shown.length === 0) return null;
  return (
    <aside class="layer-legend" aria-label={text.layerLegend} data-testid="layer-legend">
      {shown.map((layer) => (
        <section key={layer.layer}>
          <h3>{layer.label}</h3>
          <Arriving arrival={arrivals.of(layerUrl(at.series, at.own.frame, layer))} />
          <ul>
            {layer.parts.map((part) => (
              <li key={part.number}>
                <i style={{ background: part.color }} aria-hidden="true" />
                <span>{part.label}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}

/** Said after a moment: most pictures are here before. */
function Arriving({ arrival }: { readonly arrival: Arrival | undefined }) {
  if (arrival === 'here') return null;
  return arrival === 'failed' ? (
    <p class="layer-legend__failed" role="alert">
      {text.layerTrouble}
    </p>
  ) : (
    <p class="layer-legend__waiting">{text.layerWaiting}</p>
  );
}
