// SPDX-License-Identifier: Apache-2.0
// A presentation state, resolved by the server for each image that it names (PS3.3 A.33).
import {
  numbers,
  parseShutter,
  parseTable,
  parseWindow,
  type Shutter,
  type VoiTable,
  type VoiWindow,
} from './frameKind';
import type { Json } from './json';
import { number, string, uid } from './words';

const TYPES = ['POINT', 'POLYLINE', 'INTERPOLATED', 'CIRCLE', 'ELLIPSE'] as const;
const UNITS = ['PIXEL', 'DISPLAY'] as const;
const TURNS = [0, 90, 180, 270] as const;
const PNG = /^data:image\/png;base64,[A-Za-z0-9+/]+=*$/;
/** 768 bytes. */
const PALETTE = /^[A-Za-z0-9+/]{1024}$/;
const COLOUR = /^#[0-9a-f]{6}$/;

/** `window` or the table of that name; neither: grey as stored. */
export interface PresentationLook {
  readonly window: VoiWindow | null;
  readonly table: string | null;
  readonly negative: boolean;
}

/** Columns and rows from 1, both included. */
export interface PresentationArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly mode: string;
  readonly spacing: readonly number[] | null;
  readonly magnification: number | null;
}

/** Points are column and row; in PIXEL 1\1 is the centre of the first pixel, in DISPLAY parts of the displayed area. */
export interface Graphic {
  readonly type: (typeof TYPES)[number];
  readonly units: (typeof UNITS)[number];
  readonly filled: boolean;
  readonly points: readonly (readonly number[])[];
}

export interface MarkText {
  readonly text: string;
  readonly box: readonly number[] | null;
  readonly boxUnits: (typeof UNITS)[number];
  readonly justification: string;
  readonly anchor: readonly number[] | null;
  readonly anchorUnits: (typeof UNITS)[number];
  readonly anchorVisible: boolean;
}

export interface Mark {
  readonly layer: string;
  readonly color: string;
  readonly graphics: readonly Graphic[];
  readonly texts: readonly MarkText[];
}

export interface PresentedImage {
  readonly instance: string;
  readonly frames: readonly number[];
  readonly look: PresentationLook | null;
  readonly area: PresentationArea | null;
  readonly marks: readonly Mark[];
  /** Name of the bitmap that lies over the frame; null: none. */
  readonly bitmap: string | null;
}

export interface PresentationDocument {
  readonly instance: string;
  readonly label: string;
  readonly rotation: (typeof TURNS)[number];
  readonly flip: boolean;
  readonly shutters: readonly Shutter[];
  readonly tables: Readonly<Record<string, VoiTable>>;
  /** Pictures (data:image/png) over the whole frame: bitmap shutter and overlays of the state. */
  readonly bitmaps: Readonly<Record<string, string>>;
  /** Red, green and blue of each of 256 levels of grey, Base64; null: it stays grey. */
  readonly palette: string | null;
  readonly images: readonly PresentedImage[];
  readonly notices: readonly string[];
}

export function parsePresentation(json: Json): PresentationDocument {
  const rotation = json.field('rotation').integer(0);
  return {
    instance: uid(json.field('instance')),
    label: json.field('label').string(),
    rotation: TURNS.find((turn) => turn === rotation) ?? json.field('rotation').fail('a quarter turn'),
    flip: json.field('flip').boolean(),
    shutters: json.field('shutters').list(parseShutter),
    tables: json.field('tables').record(parseTable),
    bitmaps: json.field('bitmaps').optional((all) => all.record((one) => one.text(PNG, 'a picture'))) ?? {},
    palette: json.field('palette').optional((palette) => palette.text(PALETTE, 'a palette')),
    images: json.field('images').list(parseImage),
    notices: json.field('notices').list(string),
  };
}

function parseImage(json: Json): PresentedImage {
  return {
    instance: uid(json.field('instance')),
    frames: json.field('frames').list((frame) => frame.integer(1)),
    look: json.field('look').optional(parseLook),
    area: json.field('area').optional(parseArea),
    marks: json.field('marks').list(parseMark),
    bitmap: json.field('bitmap').optional(string),
  };
}

const parseLook = (json: Json): PresentationLook => ({
  window: json.field('window').optional(parseWindow),
  table: json.field('table').optional(string),
  negative: json.field('negative').boolean(),
});

const parseArea = (json: Json): PresentationArea => ({
  left: json.field('left').integer(),
  top: json.field('top').integer(),
  right: json.field('right').integer(),
  bottom: json.field('bottom').integer(),
  mode: json.field('mode').string(),
  spacing: json.field('spacing').optional((spacing) => numbers(spacing, 2)),
  magnification: json.field('magnification').optional((m) => m.positive()),
});

const parseMark = (json: Json): Mark => ({
  layer: json.field('layer').string(),
  color: json.field('color').text(COLOUR, 'a colour'),
  graphics: json.field('graphics').list((graphic) => ({
    type: graphic.field('type').word(TYPES),
    units: graphic.field('units').word(UNITS),
    filled: graphic.field('filled').boolean(),
    points: graphic.field('points').list((point) => numbers(point, 2)),
  })),
  texts: json.field('texts').list(parseText),
});

const parseText = (json: Json): MarkText => ({
  text: json.field('text').string(),
  box: json.field('box').optional((box) => numbers(box, 4)),
  boxUnits: json.field('boxUnits').word(UNITS),
  justification: json.field('justification').string(),
  anchor: json.field('anchor').optional((anchor) => anchor.list(number)),
  anchorUnits: json.field('anchorUnits').word(UNITS),
  anchorVisible: json.field('anchorVisible').boolean(),
});
