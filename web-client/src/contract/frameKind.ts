// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { type Measures, NO_MEASURES, parseMeasures } from './measures';
import { number, string } from './words';

const FORMATS = ['GREY8', 'GREY16', 'RGB8'] as const;
const SHAPES = ['RECTANGULAR', 'CIRCULAR', 'POLYGONAL', 'BITMAP'] as const;
const FUNCTIONS = ['LINEAR', 'LINEAR_EXACT', 'SIGMOID'] as const;
const SOURCES = [
  'PIXEL_SPACING',
  'CALIBRATED',
  'UNEXPLAINED',
  'BEAM_CENTER',
  'MAGNIFICATION_FACTOR',
  'DISTANCES',
  'IMAGER_PIXEL_SPACING',
  'NOMINAL_SCANNED_PIXEL_SPACING',
  'ULTRASOUND_REGION',
] as const;

/** One VOI window (PS3.3 C.11.2); centre and width in rescaled units. */
export interface VoiWindow {
  readonly center: number;
  readonly width: number;
  readonly function: (typeof FUNCTIONS)[number];
  readonly explanation: string | null;
}

/** One VOI LUT (PS3.3 C.11.2); `table` is a name in the series' `tables`. */
export interface VoiLut {
  readonly explanation: string | null;
  readonly table: string;
}

/** Entries of a VOI LUT: unsigned 16-bit numbers, low byte first, in Base64; the first belongs to the rescaled value `first`. */
export interface VoiTable {
  readonly first: number;
  readonly bits: number;
  readonly entries: string;
}

/** Stored values from `from` to `to`, both included, are padding. */
export interface Padding {
  readonly from: number;
  readonly to: number;
}

/**
 * Millimetres between pixel centres: `row` is vertical, `column` horizontal; magnification is taken out already. `source` says where they hold
 * (PS3.3 10.7): PIXEL_SPACING in the patient; CALIBRATED, BEAM_CENTER, MAGNIFICATION_FACTOR and DISTANCES in the patient as the file or device
 * estimates it; UNEXPLAINED in the patient or at the detector, nobody knows; IMAGER_PIXEL_SPACING at the detector; NOMINAL_SCANNED_PIXEL_SPACING
 * on film; ULTRASOUND_REGION in the only region of an ultrasound picture. The source stands beside every length.
 */
export interface Spacing {
  readonly row: number;
  readonly column: number;
  readonly source: (typeof SOURCES)[number];
  /** By which spacing at the detector was divided; null when it was not. */
  readonly magnification: number | null;
  /** Pixel Spacing Calibration Type (GEOMETRY, FIDUCIAL) as stated. */
  readonly calibration: string | null;
  /** Pixel Spacing Calibration Description. */
  readonly description: string | null;
}

/**
 * Stored value = `base + step * tile value`, where stored values need more than 16 bits or are floating point. Not `exact`: tiles
 * hold the nearest of 65,536 values.
 */
export interface Reduction {
  readonly base: number;
  readonly step: number;
  readonly exact: boolean;
}

/** What lies outside its shape is covered (PS3.3 C.7.6.11); rows and columns count from 1. */
export interface Shutter {
  readonly shape: (typeof SHAPES)[number];
  readonly left: number | null;
  readonly right: number | null;
  readonly upper: number | null;
  readonly lower: number | null;
  readonly row: number | null;
  readonly column: number | null;
  readonly radius: number | null;
  readonly vertices: readonly (readonly number[])[] | null;
  readonly grey: number;
}

/** Ratios (0028,2112) and methods (0028,2114) as stated, oldest first; either may be empty. */
export interface Lossy {
  readonly ratios: readonly number[];
  readonly methods: readonly string[];
}

/**
 * What a frame's pixels are and mean. An exact tile holds stored value + `offset`. `tile` is the edge of a tile,
 * `levels` how many levels the pyramid has; level 0 is full resolution.
 */
export interface FrameKind {
  readonly rows: number;
  readonly columns: number;
  readonly format: (typeof FORMATS)[number];
  readonly bitsStored: number;
  readonly signed: boolean;
  readonly offset: number;
  readonly inverted: boolean;
  readonly slope: number;
  readonly intercept: number;
  readonly reduction: Reduction | null;
  readonly unit: string | null;
  readonly luts: readonly VoiLut[];
  readonly windows: readonly VoiWindow[];
  readonly padding: Padding | null;
  readonly spacing: Spacing | null;
  readonly pixelAspect: number;
  readonly orientation: readonly number[] | null;
  readonly patientOrientation: readonly string[] | null;
  readonly frameOfReference: string | null;
  readonly laterality: string | null;
  readonly view: string | null;
  readonly lossy: Lossy | null;
  readonly tile: number;
  readonly levels: number;
  readonly shutters: readonly Shutter[];
  /** Whether overlay planes lie over the frame: the layer named `overlay`. */
  readonly overlay: boolean;
  /** How colour was changed on the way to RGB, in words; null when it was not. */
  readonly colour: string | null;
  /** What a reader of these frames has to know, in words. */
  readonly notices: readonly string[];
  /** Whether Patient Orientation is in the words for animals on four feet. */
  readonly quadruped: boolean;
  readonly measures: Measures;
}

export function parseFrameKind(json: Json): FrameKind {
  return {
    rows: json.field('rows').integer(1),
    columns: json.field('columns').integer(1),
    format: json.field('format').word(FORMATS),
    bitsStored: json.field('bitsStored').integer(1),
    signed: json.field('signed').boolean(),
    offset: json.field('offset').integer(0),
    inverted: json.field('inverted').boolean(),
    slope: json.field('slope').number(),
    intercept: json.field('intercept').number(),
    reduction: json.field('reduction').optional(parseReduction),
    unit: json.field('unit').optional(string),
    luts: json.field('luts').optional((luts) => luts.list(parseLut)) ?? [],
    windows: json.field('windows').list(parseWindow),
    padding: json.field('padding').optional((p) => ({ from: p.field('from').integer(), to: p.field('to').integer() })),
    spacing: json.field('spacing').optional(parseSpacing),
    pixelAspect: json.field('pixelAspect').positive(),
    orientation: json.field('orientation').optional((o) => numbers(o, 6)),
    patientOrientation: json.field('patientOrientation').optional((o) => o.list(string)),
    frameOfReference: json.field('frameOfReference').optional(string),
    laterality: json.field('laterality').optional(string),
    view: json.field('view').optional(string),
    lossy: json.field('lossy').optional(parseLossy),
    tile: json.field('tile').integer(1),
    levels: json.field('levels').integer(1),
    shutters: json.field('shutters').optional((all) => all.list(parseShutter)) ?? [],
    overlay: json.field('overlay').optional((o) => o.boolean()) ?? false,
    colour: json.field('colour').optional(string),
    notices: json.field('notices').optional((notices) => notices.list(string)) ?? [],
    quadruped: json.field('quadruped').optional((q) => q.boolean()) ?? false,
    measures: json.field('measures').optional(parseMeasures) ?? NO_MEASURES,
  };
}

/** A list of exactly `count` numbers. */
export function numbers(json: Json, count: number): readonly number[] {
  const list = json.list(number);
  return list.length === count ? list : json.fail(`${count} numbers`);
}

export function parseWindow(json: Json): VoiWindow {
  return {
    center: json.field('center').number(),
    width: json.field('width').positive(),
    function: json.field('function').word(FUNCTIONS),
    explanation: json.field('explanation').optional(string),
  };
}

export function parseShutter(json: Json): Shutter {
  const place = (name: string) => json.field(name).optional((value) => value.integer());
  return {
    shape: json.field('shape').word(SHAPES),
    left: place('left'),
    right: place('right'),
    upper: place('upper'),
    lower: place('lower'),
    row: place('row'),
    column: place('column'),
    radius: place('radius'),
    vertices: json.field('vertices').optional((all) => all.list((corner) => numbers(corner, 2))),
    grey: json.field('grey').integer(0),
  };
}

function parseLut(json: Json): VoiLut {
  return { explanation: json.field('explanation').optional(string), table: json.field('table').string() };
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export function parseTable(json: Json): VoiTable {
  return {
    first: json.field('first').integer(),
    bits: json.field('bits').integer(1),
    entries: json.field('entries').text(BASE64, 'Base64'),
  };
}

function parseReduction(json: Json): Reduction {
  return {
    base: json.field('base').number(),
    step: json.field('step').number(),
    exact: json.field('exact').boolean(),
  };
}

function parseSpacing(json: Json): Spacing {
  return {
    row: json.field('row').positive(),
    column: json.field('column').positive(),
    source: json.field('source').word(SOURCES),
    magnification: json.field('magnification').optional((factor) => factor.positive()),
    calibration: json.field('calibration').optional(string),
    description: json.field('description').optional(string),
  };
}

function parseLossy(json: Json): Lossy {
  return { ratios: json.field('ratios').list(number), methods: json.field('methods').list(string) };
}
