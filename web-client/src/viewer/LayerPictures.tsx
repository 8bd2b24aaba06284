// SPDX-License-Identifier: Apache-2.0
import { layersOver, layerUrl, lookOf } from '../model/layers';
import type { Looked } from '../model/state';
import type { StudyDescriptor } from '../model/study';
import type { Arrivals } from './useArrivals';
import type { Layers } from './useLayers';

interface Props {
  readonly study: StudyDescriptor;
  readonly series: number;
  readonly at: Looked;
  readonly layers: Layers;
  readonly arrivals: Arrivals;
}

/** The layers over the frame, each exactly over its rectangle; never one of another frame. */
export function LayerPictures({ study, series, at, layers, arrivals }: Props) {
  const shown = layersOver(study, series, at.own.frame).filter((layer) => lookOf(layers.looks, layer).on);
  return (
    <>
      {shown.map((layer) => {
        const url = layerUrl(at.series, at.own.frame, layer);
        return (
          <image
            key={url}
            data-testid="layer"
            href={url}
            width={at.kind.columns}
            height={at.kind.rows}
            preserveAspectRatio="none"
            opacity={lookOf(layers.looks, layer).opacity}
            onLoad={() => arrivals.note(url, 'here')}
            onError={() => arrivals.note(url, 'failed')}
          />
        );
      })}
    </>
  );
}
