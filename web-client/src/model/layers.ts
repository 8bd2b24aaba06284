// SPDX-License-Identifier: Apache-2.0
// Which layers lie over a frame, and how each is shown. Pure.
import type { Series, StudyDescriptor, StudyLayer } from './study';

/** How one layer is shown. */
export interface LayerLook {
  readonly on: boolean;
  /** From 0 to 1. */
  readonly opacity: number;
}

/** By SOP Instance UID; a layer that nobody touched has the look of its kind. */
export type LayerLooks = Readonly<Record<string, LayerLook>>;

/** Outlines and areas are seen at once, as whoever drew them wants; what covers the whole image waits to be asked for. */
const FIRST: Readonly<Record<StudyLayer['kind'], LayerLook>> = {
  STRUCTURES: { on: true, opacity: 1 },
  SEGMENTATION: { on: true, opacity: 0.5 },
  DOSE: { on: false, opacity: 0.4 },
  MAP: { on: false, opacity: 0.6 },
};

export const lookOf = (looks: LayerLooks, layer: StudyLayer): LayerLook => looks[layer.layer] ?? FIRST[layer.kind];

/** The layers of a series, whichever of its frames they lie over. */
export const layersOfSeries = (study: StudyDescriptor, series: number): readonly StudyLayer[] =>
  study.layers.filter((layer) => layer.frames.some((some) => some.series === series));

/** The layers that say something of one frame. */
export const layersOver = (study: StudyDescriptor, series: number, frame: number): readonly StudyLayer[] =>
  study.layers.filter((layer) => layer.frames.some((some) => some.series === series && some.frames.includes(frame)));

/** Whether a series holds only what is seen as layers of others: its own frames say less. Maps are pictures of their own too. */
export function isLayersOnly(study: StudyDescriptor, series: number): boolean {
  const drawn = new Set(study.layers.filter((layer) => layer.kind !== 'MAP').map((layer) => layer.layer));
  const instances = study.series[series]?.instances ?? [];
  return instances.length > 0 && instances.every(({ instance }) => drawn.has(instance));
}

/** The frames of a series that a layer says something of. */
export const framesUnder = (layer: StudyLayer, series: number): readonly number[] =>
  layer.frames.find((some) => some.series === series)?.frames ?? [];

/** A layer's picture over a frame: its version is that of the frame's object, then that of the layer. */
export function layerUrl(series: Series, frame: number, layer: StudyLayer): string {
  const at = series.frames[frame];
  const instance = at === undefined ? undefined : series.instances[at.instance];
  if (at === undefined || instance === undefined) return '';
  const version = `${instance.version}${layer.version}`;
  return `/api/v1/instances/${instance.instance}/frames/${at.frame}/layers/${layer.layer}?v=${version}`;
}
