// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { parseFrames, type SeriesFrames } from './marks';
import { string, uid } from './words';

const KINDS = ['SEGMENTATION', 'DOSE', 'STRUCTURES', 'MAP'] as const;

/** One line of a layer's legend. */
export interface LayerPart {
  readonly number: number;
  readonly label: string;
  readonly color: string;
}

/** What lies over frames; `frames` are indexes into the study's series and their frames. */
export interface StudyLayer {
  readonly layer: string;
  readonly version: string;
  readonly kind: (typeof KINDS)[number];
  readonly label: string;
  readonly unit: string | null;
  readonly parts: readonly LayerPart[];
  readonly frames: readonly SeriesFrames[];
}

export function parseLayer(json: Json): StudyLayer {
  return {
    layer: uid(json.field('layer')),
    version: json.field('version').string(),
    kind: json.field('kind').word(KINDS),
    label: json.field('label').string(),
    unit: json.field('unit').optional(string),
    parts: json.field('parts').list(parsePart),
    frames: json.field('frames').list(parseFrames),
  };
}

function parsePart(json: Json): LayerPart {
  return {
    number: json.field('number').integer(),
    label: json.field('label').string(),
    color: json.field('color').text(/^#[0-9a-f]{6}$/, 'a colour such as #00ff00'),
  };
}
