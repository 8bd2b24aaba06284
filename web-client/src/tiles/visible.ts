// SPDX-License-Identifier: Apache-2.0
import { pictureOf, type ViewerState } from '../model/state';
import { scaleOf, visiblePart } from '../model/view';
import { levelFor, type Target, type TileRendition, tilesOver, tileTarget } from './address';

/** What of a frame is on the canvas under its series' view: the level that fits, or the one asked for. */
export function visibleTiles(
  state: ViewerState,
  frameIndex: number,
  rendition: TileRendition,
  atLevel?: number,
): Target[] {
  const series = state.study.series[state.current];
  const own = state.bySeries[state.current];
  const kind = series?.kinds[series.frames[frameIndex]?.kind ?? -1];
  if (series === undefined || own === undefined || kind === undefined) return [];
  const picture = pictureOf(kind);
  const part = visiblePart(own.view, picture, state.canvas);
  const level = atLevel ?? levelFor(scaleOf(own.view, picture, state.canvas), kind.levels);
  return tilesOver(kind, level, part).map((place) =>
    tileTarget(series, state.current, frameIndex, rendition, level, place),
  );
}
