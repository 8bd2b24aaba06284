// SPDX-License-Identifier: Apache-2.0
// From the study descriptor to the address of every tile: pure arithmetic, no request is needed to know a URL.
import type { FrameKind, Series } from '../model/study';
import type { Rect, Size } from '../model/view';

export type TileRendition = 'preview' | 'exact';

/** A thing that can be fetched: one tile of a frame, or one strip sheet of a series. */
export type Target =
  | {
      readonly rendition: TileRendition;
      readonly url: string;
      readonly series: number;
      readonly frame: number;
      readonly level: number;
      readonly row: number;
      readonly column: number;
      readonly size: Size;
    }
  | {
      readonly rendition: 'strip';
      readonly url: string;
      readonly series: number;
      readonly sheet: number;
      readonly size: Size;
    };

/** Size of a pyramid level: level 0 is the frame, each next one half of the one before, rounded up. */
export function levelSize(kind: FrameKind, level: number): Size {
  let { columns: width, rows: height } = kind;
  for (let step = 0; step < level; step++) {
    width = Math.ceil(width / 2);
    height = Math.ceil(height / 2);
  }
  return { width, height };
}

/**
 * The coarsest level that still gives about one pixel a device pixel at `scale` (device pixels an image column):
 * between 0.8 and 1.6 of them. A radiograph on a phone is a few tiles, not dozens.
 */
export function levelFor(scale: number, levels: number): number {
  const wanted = Math.floor(Math.log2(1 / scale) + 0.35);
  return Math.max(0, Math.min(levels - 1, Number.isFinite(wanted) ? wanted : 0));
}

export interface TilePlace {
  readonly row: number;
  readonly column: number;
  readonly size: Size;
}

/** The tiles of a level that hold some of `part` (in image pixels), row by row; tiles at the far edges are cropped. */
export function tilesOver(kind: FrameKind, level: number, part: Rect): TilePlace[] {
  const whole = levelSize(kind, level);
  const pixel = 2 ** level;
  const reach = kind.tile;
  const first = (from: number) => Math.max(0, Math.floor(from / pixel / reach));
  const last = (to: number, length: number) =>
    Math.min(Math.ceil(length / reach) - 1, Math.ceil(to / pixel / reach) - 1);
  const tiles: TilePlace[] = [];
  if (!(part.width > 0) || !(part.height > 0)) return tiles;
  for (let row = first(part.y); row <= last(part.y + part.height, whole.height); row++) {
    for (let column = first(part.x); column <= last(part.x + part.width, whole.width); column++) {
      const width = Math.min(reach, whole.width - column * reach);
      const height = Math.min(reach, whole.height - row * reach);
      tiles.push({ row, column, size: { width, height } });
    }
  }
  return tiles;
}

/** The target of one tile; `frameIndex` counts the series' frames in display order from 0. */
export function tileTarget(
  series: Series,
  seriesIndex: number,
  frameIndex: number,
  rendition: TileRendition,
  level: number,
  place: TilePlace,
): Target {
  const frame = series.frames[frameIndex];
  const instance = frame === undefined ? undefined : series.instances[frame.instance];
  if (frame === undefined || instance === undefined) {
    throw new Error(`series ${seriesIndex} has no frame ${frameIndex}`);
  }
  const { row, column, size } = place;
  const path = `${instance.instance}/frames/${frame.frame}/${rendition}/${level}/${row}/${column}`;
  const url = `/api/v1/instances/${path}?v=${encodeURIComponent(instance.version)}`;
  return { rendition, url, series: seriesIndex, frame: frameIndex, level, row, column, size };
}

/** The overlay planes, or the bitmap shutter, of a frame of the display order, as one picture over its rectangle. */
export function ownLayerUrl(series: Series, frame: number, layer: 'overlay' | 'shutter'): string {
  const at = series.frames[frame];
  const instance = at === undefined ? undefined : series.instances[at.instance];
  if (at === undefined || instance === undefined) return '';
  return `/api/v1/instances/${instance.instance}/frames/${at.frame}/layers/${layer}?v=${instance.version}`;
}
