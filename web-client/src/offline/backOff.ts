// SPDX-License-Identifier: Apache-2.0
const FIRST_MS = 1_000;
const MOST_MS = 60_000;

/**
 * How long to wait before the next try after `failures` in a row: doubling, at most a minute, and anywhere in the upper half
 * of that, so that a ward of tablets does not come back in one moment.
 */
export function backOffMs(failures: number, random: () => number): number {
  const ceiling = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return Math.round(ceiling * (0.5 + random() / 2));
}
