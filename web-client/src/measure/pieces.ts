// SPDX-License-Identifier: Apache-2.0
// Which exact tiles hold the values of a region. Pure.
import type { FrameKind, Series } from '../model/study';
import { type Target, tilesOver, tileTarget } from '../tiles/address';
import type { TallyPiece } from '../tiles/worker/messages';
import { boundsOf, type Region } from './region';
import type { TallySpec } from './tally';

/** What to ask the pixel worker, and what must be here for it. */
export interface Asked {
  readonly spec: TallySpec;
  readonly pieces: readonly TallyPiece[];
  readonly targets: readonly Target[];
}

export function askFor(series: Series, seriesIndex: number, frame: number, kind: FrameKind, region: Region): Asked {
  const { columns, rows, offset, padding } = kind;
  const places = tilesOver(kind, 0, boundsOf(region, columns, rows));
  const targets = places.map((place) => tileTarget(series, seriesIndex, frame, 'exact', 0, place));
  const pieces = places.map(({ row, column, size }, index) => ({
    url: targets[index]?.url ?? '',
    at: { x: column * kind.tile, y: row * kind.tile, ...size },
  }));
  return { spec: { region, columns, rows, offset, padding }, pieces, targets };
}
