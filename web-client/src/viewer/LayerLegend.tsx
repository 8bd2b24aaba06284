// SPDX-License-Identifier: Apache-2.0
import { layersOver, lookOf } from '../model/layers';
import type { ViewerState } from '../model/state';
import { looked } from '../model/state';
import { text } from '../ui/text';
import type { Layers } from './useLayers';

/** What the colours over the picture mean; only of layers that are seen on this frame. */
export function LayerLegend({ state, layers }: { readonly state: ViewerState; readonly layers: Layers }) {
  const at = looked(state);
  if (at === null) return null;
  const shown = layersOver(state.study, state.current, at.own.frame).filter((layer) => lookOf(layers.looks, layer).on);
  if (shown.length === 0) return null;
  return (
    <aside class="layer-legend" aria-label={text.layerLegend} data-testid="layer-legend">
      {shown.map((layer) => (
        <section key={layer.layer}>
          <h3>{layer.label}</h3>
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
