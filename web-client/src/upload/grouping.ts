// SPDX-License-Identifier: Apache-2.0
import type { Chosen } from './source';

/** Above this a file goes by itself. */
const LARGE = 512 << 20;
const MOST_BYTES = 2 ** 31;
const MOST_FILES = 20_000;

/** What systems strew about; the server passes over the same. */
const STREWN = new Set(['thumbs.db', 'desktop.ini', 'ehthumbs.db', '__macosx', 'autorun.inf']);

const isStrewn = (path: string): boolean =>
  path
    .toLowerCase()
    .split('/')
    .some((part) => part.startsWith('.') || STREWN.has(part));

/**
 * What of a choice goes together: archives and large files by themselves, all others in packs, so that a folder of many small files costs few
 * round trips and is taken in as the whole that it is.
 */
export function grouped(chosen: readonly Chosen[]): readonly (readonly Chosen[])[] {
  const wanted = chosen.filter(({ path, file }) => file.size > 0 && !isStrewn(path));
  const isAlone = ({ path, file }: Chosen) => file.size > LARGE || path.toLowerCase().endsWith('.zip');
  const groups: Chosen[][] = wanted.filter(isAlone).map((one) => [one]);
  let open: Chosen[] = [];
  let bytes = 0;
  for (const one of wanted.filter((each) => !isAlone(each))) {
    if (open.length === 0 || open.length === MOST_FILES || bytes + one.file.size > MOST_BYTES) {
      open = [];
      bytes = 0;
      groups.push(open);
    }
    open.push(one);
    bytes += one.file.size;
  }
  return groups;
}
