// SPDX-License-Identifier: Apache-2.0
// Between a player's seconds and the numbers of frames. Pure.

/** Milliseconds a frame: as stated, else what the length of the video and the number of frames make. */
export function frameMsOf(stated: number | null, seconds: number, count: number): number {
  if (stated !== null) return stated;
  return Number.isFinite(seconds) && seconds > 0 && count > 0 ? (1000 * seconds) / count : 40;
}

/** The frame, from 0, that is shown at a time; a time that lies a hair before its beginning counts as its own. */
export function frameAt(seconds: number, frameMs: number, count: number): number {
  const frame = Math.floor((1000 * seconds) / frameMs + 0.01);
  return Math.max(0, Math.min(count - 1, frame));
}

/** The middle of a frame, from 0: a player that rounds still shows that frame. */
export const timeOf = (frame: number, frameMs: number): number => ((frame + 0.5) * frameMs) / 1000;

/** Minutes and seconds. */
export function clock(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export const SPEEDS: readonly number[] = [1, 0.5, 0.25, 2];

export const nextSpeed = (speed: number): number => SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
