// SPDX-License-Identifier: Apache-2.0
import { useMemo, useState } from 'preact/hooks';
import { type LayerLook, type LayerLooks, lookOf } from '../model/layers';
import type { StudyLayer } from '../model/study';

/** Which layers are shown, and how. */
export interface Layers {
  readonly looks: LayerLooks;
  readonly change: (layer: StudyLayer, change: Partial<LayerLook>) => void;
}

export function useLayers(): Layers {
  const [looks, setLooks] = useState<LayerLooks>({});
  return useMemo(
    () => ({
      looks,
      change: (layer, change) =>
        setLooks((before) => ({ ...before, [layer.layer]: { ...lookOf(before, layer), ...change } })),
    }),
    [looks],
  );
}
