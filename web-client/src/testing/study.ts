// SPDX-License-Identifier: Apache-2.0
// Studies for tests, built from what a test wants to say about them.

import { NO_MEASURES } from '../contract/measures';

import type { FrameKind, Series, Spacing, StudyDescriptor } from '../model/study';

export const spacingOf = (row: number, column: number, source: Spacing['source'] = 'PIXEL_SPACING'): Spacing => ({
  row,
  column,
  source,
  magnification: null,
  calibration: null,
  description: null,
});

export const kindOf = (change: Partial<FrameKind> = {}): FrameKind => ({
  rows: 512,
  columns: 512,
  format: 'GREY16',
  bitsStored: 12,
  signed: false,
  offset: 0,
  inverted: false,
  slope: 1,
  intercept: -1024,
  reduction: null,
  unit: 'HU',
  luts: [],
  windows: [{ center: 40, width: 400, function: 'LINEAR', explanation: 'MEDIASTINUM' }],
  padding: null,
  spacing: spacingOf(0.7, 0.7),
  pixelAspect: 1,
  orientation: [1, 0, 0, 0, 1, 0],
  patientOrientation: null,
  frameOfReference: null,
  laterality: null,
  view: null,
  lossy: null,
  tile: 1024,
  levels: 1,
  colour: null,
  notices: [],
  shutters: [],
  overlay: false,
  quadruped: false,
  measures: NO_MEASURES,
  ...change,
});

/** A 14-bit radiograph of 3000 x 3600 in tiles of 512. */
export const radiographKind = (change: Partial<FrameKind> = {}): FrameKind =>
  kindOf({ rows: 3600, columns: 3000, bitsStored: 14, unit: null, orientation: null, tile: 512, levels: 4, ...change });

export function seriesOf(frames: number, kind: FrameKind = kindOf(), change: Partial<Series> = {}): Series {
  const id = change.series ?? '2.25.7';
  return {
    series: id,
    version: 'abc',
    number: 2,
    modality: 'CT',
    description: 'Thorax',
    bodyPart: null,
    kinds: [kind],
    tables: {},
    valueTables: {},
    instances: Array.from({ length: frames }, (_, at) => ({
      instance: `${id}.${at + 1}`,
      version: 'f00d',
      number: at + 1,
      video: null,
      frameTimeMs: null,
      frameTimesMs: [],
    })),
    frames: Array.from({ length: frames }, (_, at) => ({
      instance: at,
      frame: 1,
      kind: 0,
      position: frames > 1 ? [0, 0, at] : null,
    })),
    grids: [],
    strip: { cell: 128, columns: 8, perSheet: 64, sheets: Math.ceil(frames / 64) },
    frameTimeMs: null,
    ...change,
  };
}

export const studyOf = (...series: Series[]): StudyDescriptor => ({
  study: '2.25.1',
  version: '1',
  asOf: '2026-11-25T07:10:00Z',
  patient: {
    name: 'ZZTEST, Aled',
    otherNames: [],
    id: '9990000018',
    issuer: null,
    nhsNumber: '9990000018',
    birthDate: '1957-03-14',
    sex: 'M',
  },
  date: '2026-11-24',
  time: '16:05',
  description: 'CT Thorax',
  accession: null,
  series,
  omitted: [],
  documents: [],
  presentations: [],
  keyObjects: [],
  arrival: null,
  correction: null,
  layers: [],
});
