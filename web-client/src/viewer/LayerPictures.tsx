// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { layersOver, layerUrl, lookOf } from '../model/layers';
import type { Looked } from '../model/state';
import type { StudyDescriptor } from '../model/study';
import { text } from '../ui/text';
import type { Layers } from './useLayers';

interface Props {
  readonly study: StudyDescriptor;
  readonly series: number;
  readonly at: Looked;
  readonly layers: Layers;
}

/** The layers over the frame, each exactly over its rectangle; never one of another frame. */
export function LayerPictures({ study, series, at, layers }: Props) {
  const shown = layersOver(study, series, at.own.frame).filter((layer) => lookOf(layers.looks, layer).on);
  return (
    <>
      {shown.map((layer) => {
        const url = layerUrl(at.series, at.own.frame, layer);
        return (
          <LayerPicture key={url} url={url} label={layer.label} opacity={lookOf(layers.looks, layer).opacity} at={at} />
        );
      })}
    </>
  );
}

interface PictureProps {
  readonly url: string;
  readonly label: string;
  readonly opacity: number;
  readonly at: Looked;
}

function LayerPicture({ url, label, opacity, at }: PictureProps) {
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <text class="marks__text" x={8} y={40}>
        {text.layerTrouble(label)}
      </text>
    );
  }
  return (
    <image
      data-testid="layer"
      href={url}
      width={at.kind.columns}
      height={at.kind.rows}
      preserveAspectRatio="none"
      opacity={opacity}
      onError={() => setFailed(true)}
    />
  );
}
