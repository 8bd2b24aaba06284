// SPDX-License-Identifier: Apache-2.0
import type { StudyDescriptor } from '../model/study';
import type { HeldTile } from '../tiles/store';
import type { PictureState } from './scene';

const ORDER: readonly PictureState[] = ['none', 'strip', 'preview', 'exact'];

/** What is here of each frame of a series, the best of it: for the scrubber. */
export function ticksOf(study: StudyDescriptor, seriesIndex: number, tiles: Iterable<HeldTile>): PictureState[] {
  const series = study.series[seriesIndex];
  const count = series?.frames.length ?? 0;
  const best = new Uint8Array(count);
  const raise = (frame: number, state: PictureState) => {
    best[frame] = Math.max(best[frame] ?? 0, ORDER.indexOf(state));
  };
  for (const { target } of tiles) {
    if (target.series !== seriesIndex || series === undefined) continue;
    if (target.rendition !== 'strip') raise(target.frame, target.rendition);
    else {
      const from = target.sheet * series.strip.perSheet;
      const to = Math.min(count, from + series.strip.perSheet);
      for (let frame = from; frame < to; frame++) raise(frame, 'strip');
    }
  }
  return Array.from(best, (order) => ORDER[order] ?? 'none');
}
