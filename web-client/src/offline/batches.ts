// SPDX-License-Identifier: Apache-2.0
import type { Manifest, ManifestEntry } from '../contract/manifest';
import { PLANES } from '../contract/planes';
import type { PathEntry } from './pinIndex';

const MOST_BLOBS = 64;
const MOST_BYTES = 4 * 1024 * 1024;

/** One blob that is to be fetched. */
export interface Want {
  readonly hash: string;
  readonly bytes: number;
}

/** The distinct blobs of a manifest that are not held, in its order. */
export function missing(manifest: Manifest, isHeld: (hash: string) => boolean): readonly Want[] {
  return [...distinct(manifest).values()].filter((want) => !isHeld(want.hash));
}

/** The distinct blobs of a manifest, by hash, in its order. */
export function distinct(manifest: Manifest): ReadonlyMap<string, Want> {
  const wants = new Map<string, Want>();
  for (const { hash, bytes } of manifest.blobs) {
    if (!wants.has(hash)) wants.set(hash, { hash, bytes });
  }
  return wants;
}

/** The first of them that go into one request: never none, unless there is none. */
export function batch(wants: readonly Want[]): readonly Want[] {
  let bytes = 0;
  const end = wants.findIndex((want, at) => {
    bytes += want.bytes;
    return at > 0 && (at >= MOST_BLOBS || bytes > MOST_BYTES);
  });
  return end < 0 ? wants : wants.slice(0, end);
}

/** What is answered at the paths of a manifest. */
export function pathsOf(entries: readonly ManifestEntry[]): readonly PathEntry[] {
  return entries.map(({ path, hash, kind }) => ({ path, hash, type: TYPES[kind] }));
}

const TYPES: Readonly<Record<ManifestEntry['kind'], string>> = {
  descriptor: 'application/json',
  strip: 'image/jpeg',
  preview: 'image/jpeg',
  exact: 'image/png',
  planes: PLANES,
  // What it is the descriptor says; nothing but this application makes a page of it.
  document: 'application/octet-stream',
  presentation: 'application/json',
  layer: 'image/png',
  // Only what browsers may play comes whole: MP4.
  video: 'video/mp4',
  original: 'application/dicom',
};

export const totalBytes = (wants: Iterable<Want>): number => {
  let sum = 0;
  for (const want of wants) sum += want.bytes;
  return sum;
};
