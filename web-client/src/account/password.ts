// SPDX-License-Identifier: Apache-2.0
import { accountText } from './text';

const SHORTEST = 12;
const LONGEST = 200;
const STRONG = 16;
const FEW_CHARACTERS = 5;

/** How a new password stands, in words; `isGood`: the server takes it. */
export interface Strength {
  readonly isGood: boolean;
  readonly words: string;
}

export function strengthOf(password: string, name: string): Strength {
  // The server counts as Java does: by UTF-16 units.
  if (password === '') return { isGood: false, words: accountText.atLeast };
  if (password.length < SHORTEST) return { isGood: false, words: accountText.tooShort(SHORTEST - password.length) };
  if (password.length > LONGEST) return { isGood: false, words: accountText.tooLong };
  if (password.toLowerCase() === name.toLowerCase()) return { isGood: false, words: accountText.isName };
  if (new Set(password).size < FEW_CHARACTERS) return { isGood: true, words: accountText.monotonous };
  return { isGood: true, words: password.length < STRONG ? accountText.longEnough : accountText.strong };
}
