// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { uid } from './words';

/** Some frames of one series: indexes into the study's series and that series' frames. */
export interface SeriesFrames {
  readonly series: number;
  readonly frames: readonly number[];
}

/** A presentation state that may be chosen; what it says is at its own address. */
export interface Presentation {
  readonly instance: string;
  readonly version: string;
  readonly label: string;
  readonly description: string;
  readonly creator: string;
  readonly created: string;
  readonly frames: readonly SeriesFrames[];
}

/** A selection of key images. */
export interface KeyObject {
  readonly instance: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly frames: readonly SeriesFrames[];
}

export const parseFrames = (json: Json): SeriesFrames => ({
  series: json.field('series').integer(0),
  frames: json.field('frames').list((frame) => frame.integer(0)),
});

export const parseMarkedPresentation = (json: Json): Presentation => ({
  instance: uid(json.field('instance')),
  version: json.field('version').string(),
  label: json.field('label').string(),
  description: json.field('description').string(),
  creator: json.field('creator').string(),
  created: json.field('created').string(),
  frames: json.field('frames').list(parseFrames),
});

export const parseKeyObject = (json: Json): KeyObject => ({
  instance: uid(json.field('instance')),
  version: json.field('version').string(),
  title: json.field('title').string(),
  description: json.field('description').string(),
  frames: json.field('frames').list(parseFrames),
});
