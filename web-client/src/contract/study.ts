// SPDX-License-Identifier: Apache-2.0
import { type Arrival, parseArrival } from './arrival';
import { parseDocument, type StudyDocument } from './documents';
import { type FrameKind, numbers, parseFrameKind, parseTable, type VoiTable } from './frameKind';
import type { Json } from './json';
import { parseLayer, type StudyLayer } from './layers';
import { type KeyObject, type Presentation, parseKeyObject, parseMarkedPresentation } from './marks';
import { parseValueTable, type ValueTable } from './measures';
import { type Patient, parsePatient } from './patient';
import { date, string, uid } from './words';

export type { FrameKind, Lossy, Padding, Reduction, Shutter, Spacing, VoiLut, VoiTable, VoiWindow } from './frameKind';
export type { LayerPart, StudyLayer } from './layers';
export type { KeyObject, Presentation, SeriesFrames } from './marks';
export type { Measures, RealWorldMapping, UltrasoundRegion, Uptake, ValueTable } from './measures';
export type { Patient } from './patient';

/** One object of a series; `version` is part of its tiles' addresses. */
export interface Instance {
  readonly instance: string;
  readonly version: string;
  readonly number: number | null;
  /** The stream that its frames are in; null when they are not of a video. */
  readonly video: Video | null;
  /** Milliseconds a frame when the object is a cine. */
  readonly frameTimeMs: number | null;
  /** Milliseconds from the frame before to each frame, the first 0; empty when all are alike. */
  readonly frameTimesMs: readonly number[];
}

/** What a player is given: its media type, its size in the object, and whether browsers may play it. */
export interface Video {
  readonly type: string;
  readonly bytes: number;
  readonly playable: boolean;
}

/** One frame: `instance` and `kind` are indexes into the series' lists, `frame` is its number in the object, from 1. */
export interface FrameOfSeries {
  readonly instance: number;
  readonly frame: number;
  readonly kind: number;
  readonly position: readonly number[] | null;
}

const CLOCKS = ['INDEX', 'REFERENCE', 'TRIGGER', 'ACQUISITION', 'NUMBER'] as const;

/**
 * A run of the display order with several frames at each position: time `t` at position `p` is frame `first + p * times + t`. `clock` says what
 * orders the frames at one position (NUMBER: no time, but echoes or the like); `ms` are their milliseconds from the first, at the first position.
 */
export interface Grid {
  readonly first: number;
  readonly positions: number;
  readonly times: number;
  readonly clock: (typeof CLOCKS)[number];
  readonly ms: readonly number[];
}

/** How the strip sheets of a series are laid out: cells of `cell` x `cell` pixels, `columns` a row, `perSheet` a sheet. */
export interface Strip {
  readonly cell: number;
  readonly columns: number;
  readonly perSheet: number;
  readonly sheets: number;
}

/** A series with its frames in display order; `version` is part of its strips' addresses. */
export interface Series {
  readonly series: string;
  readonly version: string;
  readonly number: number | null;
  readonly modality: string;
  readonly description: string;
  readonly bodyPart: string | null;
  readonly kinds: readonly FrameKind[];
  readonly tables: Readonly<Record<string, VoiTable>>;
  /** The Real World Value LUTs that the kinds' mappings name. */
  readonly valueTables: Readonly<Record<string, ValueTable>>;
  readonly instances: readonly Instance[];
  readonly frames: readonly FrameOfSeries[];
  readonly grids: readonly Grid[];
  readonly strip: Strip;
  readonly frameTimeMs: number | null;
}

/** An object that is not among the frames, with the reason in words. */
export interface Omitted {
  readonly instance: string;
  readonly sopClass: string;
  readonly reason: string;
}

/** Who put a study under another patient, when, and whom its objects name. */
export interface Correction {
  readonly by: string;
  readonly at: string;
  readonly original: Patient;
}

/** Everything that the viewer needs to know of one study; every tile's address follows from it. */
export interface StudyDescriptor {
  readonly study: string;
  readonly version: string;
  readonly asOf: string;
  readonly patient: Patient;
  /** Why the patient is another than the objects name; null when it is not. */
  readonly correction: Correction | null;
  readonly date: string | null;
  readonly time: string | null;
  readonly description: string;
  readonly accession: string | null;
  readonly series: readonly Series[];
  readonly omitted: readonly Omitted[];
  readonly layers: readonly StudyLayer[];
  readonly documents: readonly StudyDocument[];
  readonly presentations: readonly Presentation[];
  readonly keyObjects: readonly KeyObject[];
  /** How much of the study was here; null where nobody noted that. */
  readonly arrival: Arrival | null;
}

function parseCorrection(json: Json): Correction {
  return {
    by: json.field('by').string(),
    at: json.field('at').string(),
    original: parsePatient(json.field('original')),
  };
}

export function parseStudy(json: Json): StudyDescriptor {
  return {
    study: uid(json.field('study')),
    version: json.field('version').string(),
    asOf: json.field('asOf').string(),
    patient: parsePatient(json.field('patient')),
    correction: json.field('correction').optional(parseCorrection),
    date: json.field('date').optional(date),
    time: json.field('time').optional(string),
    description: json.field('description').string(),
    accession: json.field('accession').optional(string),
    series: json.field('series').list(parseSeries),
    omitted: json.field('omitted').list(parseOmitted),
    // A copy that an older build made says nothing of documents.
    layers: json.field('layers').optional((all) => all.list(parseLayer)) ?? [],
    documents: json.field('documents').optional((all) => all.list(parseDocument)) ?? [],
    presentations: json.field('presentations').optional((all) => all.list(parseMarkedPresentation)) ?? [],
    keyObjects: json.field('keyObjects').optional((all) => all.list(parseKeyObject)) ?? [],
    arrival: json.field('arrival').optional(parseArrival),
  };
}

function parseSeries(json: Json): Series {
  const kinds = json.field('kinds').list(parseFrameKind);
  const tables = json.field('tables').optional((all) => all.record(parseTable)) ?? {};
  if (kinds.some((kind) => kind.luts.some((lut) => !Object.hasOwn(tables, lut.table)))) {
    json.field('tables').fail('every table that a kind names');
  }
  const valueTables = json.field('valueTables').optional((all) => all.record(parseValueTable)) ?? {};
  if (
    kinds.some(({ measures }) =>
      measures.mappings.some(({ table }) => table !== null && !Object.hasOwn(valueTables, table)),
    )
  ) {
    json.field('valueTables').fail('every table that a mapping names');
  }
  const instances = json.field('instances').list(parseInstance);
  return {
    series: uid(json.field('series')),
    version: json.field('version').string(),
    number: json.field('number').optional((n) => n.integer()),
    modality: json.field('modality').string(),
    description: json.field('description').string(),
    bodyPart: json.field('bodyPart').optional(string),
    kinds,
    tables,
    valueTables,
    instances,
    frames: json.field('frames').list((frame) => parseFrame(frame, instances.length, kinds.length)),
    grids: json.field('grids').optional((all) => all.list(parseGrid)) ?? [],
    strip: parseStrip(json.field('strip')),
    frameTimeMs: json.field('frameTimeMs').optional((ms) => ms.positive()),
  };
}

function parseInstance(json: Json): Instance {
  return {
    instance: uid(json.field('instance')),
    version: json.field('version').string(),
    number: json.field('number').optional((n) => n.integer()),
    video: json.field('video').optional(parseVideo),
    frameTimeMs: json.field('frameTimeMs').optional((ms) => ms.positive()),
    frameTimesMs: json.field('frameTimesMs').optional((all) => all.list((ms) => ms.number())) ?? [],
  };
}

function parseVideo(json: Json): Video {
  return {
    type: json.field('type').string(),
    bytes: json.field('bytes').integer(0),
    playable: json.field('playable').boolean(),
  };
}

function parseFrame(json: Json, instances: number, kinds: number): FrameOfSeries {
  return {
    instance: json.field('instance').index(instances),
    frame: json.field('frame').integer(1),
    kind: json.field('kind').index(kinds),
    position: json.field('position').optional((position) => numbers(position, 3)),
  };
}

function parseGrid(json: Json): Grid {
  return {
    first: json.field('first').integer(0),
    positions: json.field('positions').integer(1),
    times: json.field('times').integer(2),
    clock: json.field('clock').word(CLOCKS),
    ms: json.field('ms').list((ms) => ms.number()),
  };
}

function parseStrip(json: Json): Strip {
  return {
    cell: json.field('cell').integer(1),
    columns: json.field('columns').integer(1),
    perSheet: json.field('perSheet').integer(1),
    sheets: json.field('sheets').integer(0),
  };
}

function parseOmitted(json: Json): Omitted {
  return {
    instance: json.field('instance').string(),
    sopClass: json.field('sopClass').string(),
    reason: json.field('reason').string(),
  };
}
