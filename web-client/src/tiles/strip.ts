// SPDX-License-Identifier: Apache-2.0
// Where a frame's thumbnail lies: cells of a sheet, row by row, each thumbnail at the top left of its cell.
import type { FrameKind, Series } from '../model/study';
import type { Rect } from '../model/view';
import type { Target } from './address';

export const sheetOf = (series: Series, frameIndex: number): number => Math.floor(frameIndex / series.strip.perSheet);

/** The thumbnail of a frame in pixels of its sheet. */
export function cellRect(series: Series, frameIndex: number): Rect {
  const { cell, columns, perSheet } = series.strip;
  const place = frameIndex % perSheet;
  const frame = series.frames[frameIndex];
  const kind = frame === undefined ? undefined : series.kinds[frame.kind];
  if (kind === undefined) throw new Error(`no frame ${frameIndex}`);
  return {
    x: (place % columns) * cell,
    y: Math.floor(place / columns) * cell,
    ...thumbnailSize(kind, cell),
  };
}

export function thumbnailSize(kind: FrameKind, cell: number): { width: number; height: number } {
  const width = kind.columns;
  const height = kind.rows * kind.pixelAspect;
  const longest = Math.max(width, height);
  const side = (length: number) => Math.max(1, Math.round((cell * length) / longest));
  return { width: side(width), height: side(height) };
}

export function stripTarget(series: Series, seriesIndex: number, sheet: number): Target {
  const { cell, columns, perSheet } = series.strip;
  const frames = Math.min(perSheet, series.frames.length - sheet * perSheet);
  const size = {
    width: Math.min(frames, columns) * cell,
    height: Math.ceil(frames / columns) * cell,
  };
  const url = `/api/v1/series/${series.series}/strips/${sheet}?v=${encodeURIComponent(series.version)}`;
  return { rendition: 'strip', url, series: seriesIndex, sheet, size };
}
