// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { clock, frameAt, frameMsOf, nextSpeed, timeOf } from './frames';

describe('frames of a video', () => {
  it('every frame is found again at its time, at any rate', () => {
    for (const frameMs of [1001 / 30, 40, 1000 / 59.94]) {
      for (let frame = 0; frame < 5000; frame++) expect(frameAt(timeOf(frame, frameMs), frameMs, 5000)).toBe(frame);
    }
  });

  it('the beginning of a frame, as a player rounds it, is that frame', () => {
    expect(frameAt(0.08, 40, 25)).toBe(2);
    expect(frameAt(0.0799999, 40, 25)).toBe(2);
    expect(frameAt(0.0333, 1001 / 30, 25)).toBe(1);
    expect(frameAt(0.03, 1001 / 30, 25)).toBe(0);
  });

  it('stays within the video', () => {
    expect(frameAt(-1, 40, 25)).toBe(0);
    expect(frameAt(99, 40, 25)).toBe(24);
  });

  it('takes the rate from the length where none is stated', () => {
    expect(frameMsOf(null, 2, 50)).toBe(40);
    expect(frameMsOf(33, 2, 50)).toBe(33);
    expect(frameMsOf(null, Number.NaN, 50)).toBe(40);
  });

  it('says minutes and seconds, and goes round the speeds', () => {
    expect(clock(61.9)).toBe('1:01');
    expect([1, 0.5, 0.25, 2].map(nextSpeed)).toEqual([0.5, 0.25, 2, 1]);
  });
});
