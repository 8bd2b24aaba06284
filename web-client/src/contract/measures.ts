// SPDX-License-Identifier: Apache-2.0
// What may be measured in a frame beside lengths. Facts as the file states them; what is missing is null.
import type { Json } from './json';
import { string } from './words';

const FORMATS = ['NONE', 'TWO_D', 'M_MODE', 'SPECTRAL', 'WAVEFORM', 'GRAPHICS', 'OTHER'] as const;

/**
 * A calibrated region of an ultrasound picture (PS3.3 C.8.5.5.1); `left` to `right` and `top` to `bottom` count from 0 and belong to it. The
 * physical value at the centre of column `c` is `originX + (c - left - (referenceX ?? 0)) * deltaX`; deltas keep their sign. Units are UCUM
 * codes: cm, s, Hz, cm/s, %, dB, deg, ...; null: none or not known, then nothing is measured.
 */
export interface UltrasoundRegion {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly format: (typeof FORMATS)[number];
  readonly dataType: number;
  readonly flags: number;
  readonly unitX: string | null;
  readonly unitY: string | null;
  readonly deltaX: number | null;
  readonly deltaY: number | null;
  readonly referenceX: number | null;
  readonly referenceY: number | null;
  readonly originX: number;
  readonly originY: number;
}

/**
 * What stored values from `first` to `last` are in the real world (PS3.3 C.7.6.16.2.11): `slope * stored + intercept`, or the entry
 * `stored - first` of the series' `valueTables[table]`. It takes the place of the modality step.
 */
export interface RealWorldMapping {
  readonly label: string;
  readonly explanation: string | null;
  /** Code of the unit in `scheme`, mostly UCUM. */
  readonly unit: string | null;
  readonly scheme: string | null;
  readonly unitMeaning: string | null;
  readonly first: number;
  readonly last: number;
  readonly slope: number | null;
  readonly intercept: number | null;
  readonly table: string | null;
}

/** `SUVbw [g/ml] = rescaled value * factor`; without a factor `reason` says in words why there is none. */
export interface Uptake {
  readonly factor: number | null;
  readonly reason: string | null;
  readonly weightKg: number | null;
  readonly doseBq: number | null;
  readonly halfLifeSeconds: number | null;
  readonly decaySeconds: number | null;
}

export interface Measures {
  /** Millimetres. */
  readonly sliceThickness: number | null;
  /** Millimetres between centres as stated; may be negative. */
  readonly sliceSpacing: number | null;
  /** Degrees; positions and orientation have it in them already. */
  readonly gantryTilt: number | null;
  /** Where there are any, lengths hold within one region only. */
  readonly regions: readonly UltrasoundRegion[];
  readonly mappings: readonly RealWorldMapping[];
  /** Null for what is no PET. */
  readonly uptake: Uptake | null;
}

/** Entries of a Real World Value LUT: 64-bit floating point numbers, low byte first, in Base64. */
export interface ValueTable {
  readonly entries: string;
}

export const NO_MEASURES: Measures = {
  sliceThickness: null,
  sliceSpacing: null,
  gantryTilt: null,
  regions: [],
  mappings: [],
  uptake: null,
};

const number = (json: Json, name: string): number | null => json.field(name).optional((value) => value.number());
const text = (json: Json, name: string): string | null => json.field(name).optional(string);

export function parseMeasures(json: Json): Measures {
  return {
    sliceThickness: number(json, 'sliceThickness'),
    sliceSpacing: number(json, 'sliceSpacing'),
    gantryTilt: number(json, 'gantryTilt'),
    regions: json.field('regions').list(parseRegion),
    mappings: json.field('mappings').list(parseMapping),
    uptake: json.field('uptake').optional(parseUptake),
  };
}

function parseRegion(json: Json): UltrasoundRegion {
  const left = json.field('left').integer(0);
  const top = json.field('top').integer(0);
  return {
    left,
    top,
    right: json.field('right').integer(left),
    bottom: json.field('bottom').integer(top),
    format: json.field('format').word(FORMATS),
    dataType: json.field('dataType').integer(),
    flags: json.field('flags').integer(),
    unitX: text(json, 'unitX'),
    unitY: text(json, 'unitY'),
    deltaX: number(json, 'deltaX'),
    deltaY: number(json, 'deltaY'),
    referenceX: number(json, 'referenceX'),
    referenceY: number(json, 'referenceY'),
    originX: json.field('originX').number(),
    originY: json.field('originY').number(),
  };
}

function parseMapping(json: Json): RealWorldMapping {
  return {
    label: json.field('label').string(),
    explanation: text(json, 'explanation'),
    unit: text(json, 'unit'),
    scheme: text(json, 'scheme'),
    unitMeaning: text(json, 'unitMeaning'),
    first: json.field('first').number(),
    last: json.field('last').number(),
    slope: number(json, 'slope'),
    intercept: number(json, 'intercept'),
    table: text(json, 'table'),
  };
}

function parseUptake(json: Json): Uptake {
  return {
    factor: json.field('factor').optional((factor) => factor.positive()),
    reason: text(json, 'reason'),
    weightKg: number(json, 'weightKg'),
    doseBq: number(json, 'doseBq'),
    halfLifeSeconds: number(json, 'halfLifeSeconds'),
    decaySeconds: number(json, 'decaySeconds'),
  };
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export const parseValueTable = (json: Json): ValueTable => ({
  entries: json.field('entries').text(BASE64, 'Base64'),
});
