// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../model/commands';
import type { Point } from '../model/view';

export interface WheelStep {
  readonly deltaY: number;
  /** As WheelEvent.deltaMode: 0 pixels, 1 lines, 2 pages. */
  readonly deltaMode: number;
  /** Control is also what a trackpad's pinch sends. */
  readonly zooms: boolean;
  /** Device pixels. */
  readonly at: Point;
}

/** One notch of a mouse wheel, in pixels, at least. */
const NOTCH_PX = 50;
/** Pixels of a trackpad that make one frame. */
const FRAME_PX = 24;
const LINE_PX = 20;

export interface WheelAnswer {
  readonly command: Command | null;
  /** Pixels that are left for the next step. */
  readonly rest: number;
}

/** A notch is a frame; a trackpad's small steps add up; with control the wheel zooms about the pointer. */
export function wheel(step: WheelStep, rest: number): WheelAnswer {
  const pixels = step.deltaY * (step.deltaMode === 0 ? 1 : LINE_PX);
  if (step.zooms) {
    const factor = Math.exp(-Math.max(-100, Math.min(100, pixels)) / 200);
    return { command: { do: 'move', factor, at: step.at, dx: 0, dy: 0 }, rest: 0 };
  }
  if (Math.abs(pixels) >= NOTCH_PX) {
    return { command: { do: 'scroll', by: Math.sign(pixels) }, rest: 0 };
  }
  const sum = Math.sign(rest) === -Math.sign(pixels) ? pixels : rest + pixels;
  const by = Math.trunc(sum / FRAME_PX);
  return { command: by === 0 ? null : { do: 'scroll', by }, rest: sum - by * FRAME_PX };
}
