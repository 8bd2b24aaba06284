// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { kindOf, seriesOf } from '../testing/study';
import { playingAt } from './playing';

const video = { type: 'video/mp4', bytes: 9, playable: true };

function clips(...lengths: readonly number[]) {
  const series = seriesOf(lengths.length, kindOf());
  return {
    ...series,
    instances: series.instances.map((one) => ({ ...one, video })),
    frames: lengths.flatMap((length, instance) =>
      Array.from({ length }, (_, at) => ({ instance, frame: at + 1, kind: 0, position: null })),
    ),
  };
}

describe('the video that is looked at', () => {
  it('has its own frames, and the videos beside it', () => {
    const series = clips(3, 4, 2);
    expect(playingAt(series, 5)).toMatchObject({ first: 3, count: 4, before: 0, after: 7 });
    expect(playingAt(series, 0)).toMatchObject({ first: 0, count: 3, before: null, after: 3 });
    expect(playingAt(series, 8)).toMatchObject({ first: 7, count: 2, before: 3, after: null });
    expect(playingAt(series, 5)?.url).toBe('/api/v1/instances/2.25.7.2/video?v=f00d');
  });

  it('is none where frames are not of a video, or no browser plays it', () => {
    expect(playingAt(seriesOf(3), 1)).toBeNull();
    const mpeg2 = clips(2);
    const silent = {
      ...mpeg2,
      instances: mpeg2.instances.map((one) => ({ ...one, video: { ...video, playable: false } })),
    };
    expect(playingAt(silent, 0)).toBeNull();
  });
});
