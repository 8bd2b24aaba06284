// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { hash, uid } from './words';

const KINDS = [
  'descriptor',
  'strip',
  'preview',
  'exact',
  'planes',
  'document',
  'presentation',
  'layer',
  'video',
  'original',
] as const;
const PURPOSES = ['preview', 'exact', 'original'] as const;

/** One blob for one use: what is answered at `path`. */
export interface ManifestEntry {
  readonly hash: string;
  readonly bytes: number;
  readonly kind: (typeof KINDS)[number];
  readonly path: string;
}

/** What a copy of a study consists of, most useful first; a blob may appear for several paths. */
export interface Manifest {
  readonly study: string;
  readonly version: string;
  readonly for: (typeof PURPOSES)[number];
  readonly bytes: number;
  readonly blobs: readonly ManifestEntry[];
}

export function parseManifest(json: Json): Manifest {
  return {
    study: uid(json.field('study')),
    version: json.field('version').string(),
    for: json.field('for').word(PURPOSES),
    bytes: json.field('bytes').integer(0),
    blobs: json.field('blobs').list(parseEntry),
  };
}

function parseEntry(json: Json): ManifestEntry {
  return {
    hash: hash(json.field('hash')),
    bytes: json.field('bytes').integer(0),
    kind: json.field('kind').word(KINDS),
    path: json.field('path').text(/^\/[^/\\]/, 'a path on this server'),
  };
}
