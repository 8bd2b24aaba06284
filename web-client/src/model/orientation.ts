// SPDX-License-Identifier: Apache-2.0
// Which side of the patient lies at which edge of the picture (PS3.3 C.7.6.2.1.1, C.7.6.1.1.1). Coordinates grow to
// the patient's left, to the back (posterior) and to the head.
import type { FrameKind } from './study';
import type { Turn } from './view';

export interface Edges {
  readonly top: string;
  readonly right: string;
  readonly bottom: string;
  readonly left: string;
}

const NAMES = [
  ['L', 'R'],
  ['P', 'A'],
  ['H', 'F'],
] as const;

/** Letters of a direction, the strongest first; a part below 0.25 of the whole (about 14 degrees) is not named. */
export function letters(direction: readonly number[]): string {
  return [0, 1, 2]
    .map((axis) => ({ axis, part: direction[axis] ?? 0 }))
    .filter(({ part }) => Math.abs(part) > 0.25)
    .sort((one, other) => Math.abs(other.part) - Math.abs(one.part))
    .map(({ axis, part }) => NAMES[axis]?.[part > 0 ? 0 : 1] ?? '')
    .join('');
}

const OPPOSITE: Readonly<Record<string, string>> = {
  L: 'R',
  R: 'L',
  A: 'P',
  P: 'A',
  H: 'F',
  F: 'H',
};

const opposite = (word: string): string => [...word].map((letter) => OPPOSITE[letter] ?? '').join('');

/** The image's own edges before turning; null when the file does not say. */
function unturned(kind: FrameKind): Edges | null {
  const cosines = kind.orientation;
  if (cosines !== null && cosines.length === 6) {
    const right = letters(cosines.slice(0, 3));
    const bottom = letters(cosines.slice(3, 6));
    return { right, bottom, left: opposite(right), top: opposite(bottom) };
  }
  const [right, bottom] = kind.patientOrientation ?? [];
  if (!right && !bottom) return null;
  const known = (word: string | undefined) => (/^[LRAPHF]+$/.test(word ?? '') ? (word ?? '') : '');
  return {
    right: known(right),
    bottom: known(bottom),
    left: opposite(known(right)),
    top: opposite(known(bottom)),
  };
}

/** The letters at the four edges of the canvas. */
export function edgesOf(kind: FrameKind, turn: Turn): Edges | null {
  const own = unturned(kind);
  if (own === null) return null;
  const ring = turn.flipped ? [own.top, own.left, own.bottom, own.right] : [own.top, own.right, own.bottom, own.left];
  const at = (edge: number) => ring[(edge + 4 - turn.quarters) % 4] ?? '';
  return { top: at(0), right: at(1), bottom: at(2), left: at(3) };
}
