// SPDX-License-Identifier: Apache-2.0
import type { StudyDescriptor } from './study';

/** Frames of a series that a key object names, ascending. */
export function keyFrames(study: StudyDescriptor, series: number): readonly number[] {
  const frames = study.keyObjects.flatMap((one) =>
    one.frames.filter((some) => some.series === series).flatMap((some) => some.frames),
  );
  return [...new Set(frames)].sort((one, other) => one - other);
}

/** The next key image after a place in the study, round its end; null when there is none. */
export function nextKeyImage(
  study: StudyDescriptor,
  series: number,
  frame: number,
): { readonly series: number; readonly frame: number } | null {
  const count = study.series.length;
  for (let step = 0; step <= count; step++) {
    const at = (series + step) % count;
    const found = keyFrames(study, at).find((one) => step > 0 || one > frame);
    if (found !== undefined) return { series: at, frame: found };
  }
  return null;
}
