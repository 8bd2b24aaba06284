// SPDX-License-Identifier: Apache-2.0
// What the viewer shows, as one value. Nothing here knows of the canvas, the network or the clock.
import { isLayersOnly } from './layers';
import { firstPreset, presetsFor } from './presets';
import type { FrameKind, FrameOfSeries, Series, StudyDescriptor } from './study';
import { FITTED, type Picture, type Size, type View } from './view';
import type { Voi } from './voi';

/** What measures or points; `magnify` leaves nothing behind. */
export type MeasureToolId = 'length' | 'angle' | 'cobb' | 'ellipse' | 'rectangle' | 'probe' | 'arrow' | 'magnify';

export type ToolId = 'scroll' | 'window' | 'pan' | 'zoom' | MeasureToolId;

/** `preset`: by its id in the menu; `default`: the image's first window, or its own range when it has none. */
export type WindowChoice =
  | { readonly by: 'default' }
  | { readonly by: 'preset'; readonly id: string }
  | { readonly by: 'hand'; readonly window: Voi };

/** What is kept of each series while another one is shown. */
export interface SeriesState {
  readonly frame: number;
  readonly view: View;
  readonly window: WindowChoice;
  readonly negative: boolean;
}

export interface Cine {
  readonly playing: boolean;
  readonly frameMs: number;
}

export interface ViewerState {
  readonly study: StudyDescriptor;
  readonly current: number;
  readonly bySeries: readonly SeriesState[];
  readonly tool: ToolId;
  readonly cine: Cine;
  /** 1 towards the last frame, -1 towards the first: where neighbours are fetched. */
  readonly heading: 1 | -1;
  /** Whether a person has moved through the stack yet. */
  readonly touched: boolean;
  /** Device pixels. */
  readonly canvas: Size;
  readonly devicePixelRatio: number;
}

const DEFAULT_FRAME_MS = 100;

/** A stack opens at its middle, where the anatomy is; a cine at its start. */
export function openingFrame(series: Series): number {
  const stack = series.frames.length > 3 && series.frames.every((frame) => frame.position !== null);
  return stack && series.frameTimeMs === null ? (series.frames.length - 1) >> 1 : 0;
}

const openingState = (series: Series): SeriesState => ({
  frame: openingFrame(series),
  view: FITTED,
  window: { by: 'default' },
  negative: false,
});

export function openStudy(study: StudyDescriptor): ViewerState {
  const bySeries = study.series.map(openingState);
  const isPicture = (index: number) => (study.series[index]?.frames.length ?? 0) > 0;
  const indexes = study.series.map((_, index) => index).filter(isPicture);
  const first = indexes.find((index) => !isLayersOnly(study, index)) ?? indexes[0] ?? 0;
  return {
    study,
    current: first,
    bySeries,
    tool: toolFor(study.series[first]),
    cine: cineFor(study.series[first]),
    heading: 1,
    touched: false,
    canvas: { width: 1, height: 1 },
    devicePixelRatio: 1,
  };
}

/** One finger scrolls a stack and windows a single grey image; a single colour image has nothing to window. */
export function toolFor(series: Series | undefined): ToolId {
  if (series !== undefined && series.frames.length > 1) return 'scroll';
  return series?.kinds.some((kind) => kind.format !== 'RGB8') ? 'window' : 'pan';
}

export const cineFor = (series: Series | undefined): Cine => ({
  playing: false,
  frameMs: series?.frameTimeMs ?? DEFAULT_FRAME_MS,
});

/** The frame that is looked at with all that it points to. */
export interface Looked {
  readonly series: Series;
  readonly own: SeriesState;
  readonly frame: FrameOfSeries;
  readonly kind: FrameKind;
}

/** null when the study has no picture. */
export function looked(state: ViewerState): Looked | null {
  const series = state.study.series[state.current];
  const own = state.bySeries[state.current];
  const frame = own === undefined ? undefined : series?.frames[own.frame];
  const kind = frame === undefined ? undefined : series?.kinds[frame.kind];
  if (!series || !own || !frame || !kind) return null;
  return { series, own, frame, kind };
}

export const pictureOf = (kind: FrameKind): Picture => ({
  columns: kind.columns,
  rows: kind.rows,
  pixelAspect: kind.pixelAspect,
});

/** The window in force; null: the frame's own range. */
export function windowInForce(series: Series, kind: FrameKind, choice: WindowChoice): Voi | null {
  const first = kind.format === 'RGB8' ? null : firstPreset(series, kind);
  switch (choice.by) {
    case 'default':
      return first;
    case 'preset':
      return presetsFor(series, kind).find((preset) => preset.id === choice.id) ?? first;
    case 'hand':
      return choice.window;
  }
}
