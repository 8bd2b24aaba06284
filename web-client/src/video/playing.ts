// SPDX-License-Identifier: Apache-2.0
// Which video is looked at. Pure.
import type { Instance, Series, Video } from '../contract/study';
import type { FrameKind } from '../model/study';

export interface Playing {
  readonly series: Series;
  readonly instance: Instance;
  readonly video: Video;
  readonly kind: FrameKind;
  readonly url: string;
  /** Index of its first frame in the display order, and how many it has. */
  readonly first: number;
  readonly count: number;
  /** First frames of the videos before and after it in the series; null where there is none. */
  readonly before: number | null;
  readonly after: number | null;
}

/** The video that a frame of the display order is in; null when it is in none, or in one that no browser plays. */
export function playingAt(series: Series, frame: number): Playing | null {
  const at = series.frames[frame];
  const instance = at === undefined ? undefined : series.instances[at.instance];
  const kind = at === undefined ? undefined : series.kinds[at.kind];
  if (at === undefined || instance === undefined || kind === undefined) return null;
  const { video } = instance;
  if (video === null || !video.playable) return null;
  const own = (other: number) => series.frames[other]?.instance === at.instance;
  let first = frame;
  while (own(first - 1)) first--;
  let end = frame + 1;
  while (own(end)) end++;
  let before = first - 1;
  while (before > 0 && series.frames[before - 1]?.instance === series.frames[first - 1]?.instance) before--;
  return {
    series,
    instance,
    video,
    kind,
    url: `/api/v1/instances/${instance.instance}/video?v=${encodeURIComponent(instance.version)}`,
    first,
    count: end - first,
    before: first === 0 ? null : before,
    after: end < series.frames.length ? end : null,
  };
}
