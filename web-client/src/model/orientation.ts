// SPDX-License-Identifier: Apache-2.0
// Which side of the patient lies at which edge of the picture (PS3.3 C.7.6.2.1.1, C.7.6.1.1.1). Coordinates grow to
// the patient's left, to the back (posterior) and to the head, however the patient lies. What is not stated is not guessed.
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

const OPPOSITE: Readonly<Record<string, string>> = { L: 'R', R: 'L', A: 'P', P: 'A', H: 'F', F: 'H' };

/**
 * Of animals on four feet; two letters come before one. Rostral faces caudal. What faces dorsal is ventral on the trunk, but palmar or
 * plantar on a foot, and lateral faces medial on a limb only where the file says which limb: these have no opposite.
 */
const QUADRUPED: Readonly<Record<string, string>> = {
  LE: 'RT',
  RT: 'LE',
  CR: 'CD',
  CD: 'CR',
  PR: 'DI',
  DI: 'PR',
  PA: 'D',
  PL: 'D',
  V: 'D',
  D: '',
  R: 'CD',
  M: 'L',
  L: 'M',
};

interface Word {
  readonly says: string;
  readonly opposite: string;
}

const UNSAID: Word = { says: '', opposite: '' };

/** A value of Patient Orientation; unsaid when it has letters that are none, or names a direction and its opposite. */
function wordOf(stated: string | undefined, quadruped: boolean): Word {
  const parts: readonly string[] =
    (stated ?? '').match(quadruped ? /LE|RT|CR|CD|PR|DI|PA|PL|[DVRML]/g : /[LRAPHF]/g) ?? [];
  const table = quadruped ? QUADRUPED : OPPOSITE;
  const faces = parts.map((part) => table[part] ?? '');
  const sound = parts.join('') === stated && parts.length <= 3 && !faces.some((face) => parts.includes(face));
  if (!sound || parts.length === 0 || new Set(parts).size < parts.length) return UNSAID;
  return { says: parts.join(''), opposite: faces.includes('') ? '' : faces.join('') };
}

const LENGTH = 0.01;

/** Whether these are two directions of length 1 at a right angle, as they have to be. */
function isPlane(cosines: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = cosines;
  const straight = Math.abs(Math.hypot(a, b, c) - 1) < LENGTH && Math.abs(Math.hypot(d, e, f) - 1) < LENGTH;
  return cosines.length === 6 && straight && Math.abs(a * d + b * e + c * f) < LENGTH;
}

/** The image's own edges before turning; null when the file does not say. */
function unturned(kind: FrameKind): Edges | null {
  const cosines = kind.orientation;
  // The axes of a quadruped's limbs depend on the limb (C.7.6.2.1.1): only words are taken for those.
  if (cosines !== null && !kind.quadruped && isPlane(cosines)) {
    const right = letters(cosines.slice(0, 3));
    const bottom = letters(cosines.slice(3, 6));
    return { right, bottom, left: facing(right), top: facing(bottom) };
  }
  const across = wordOf(kind.patientOrientation?.[0], kind.quadruped);
  const down = wordOf(kind.patientOrientation?.[1], kind.quadruped);
  if (across.says === '' && down.says === '') return null;
  // One side of the patient cannot lie along rows and along columns.
  if (across.says[0] === down.says[0] || across.opposite[0] === down.says[0]) return null;
  return { right: across.says, bottom: down.says, left: across.opposite, top: down.opposite };
}

const facing = (word: string): string => [...word].map((letter) => OPPOSITE[letter] ?? '').join('');

/** The letters at the four edges of the canvas. */
export function edgesOf(kind: FrameKind, turn: Turn): Edges | null {
  const own = unturned(kind);
  if (own === null) return null;
  const ring = turn.flipped ? [own.top, own.left, own.bottom, own.right] : [own.top, own.right, own.bottom, own.left];
  const at = (edge: number) => ring[(edge + 4 - turn.quarters) % 4] ?? '';
  return { top: at(0), right: at(1), bottom: at(2), left: at(3) };
}
