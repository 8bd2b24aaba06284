// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';

const STATES = ['receiving', 'reading', 'done', 'failed'] as const;

/** One file on its way in, as the server knows it; `of` is -1 while nobody knows how many objects are in it. */
export interface Upload {
  readonly upload: string;
  readonly name: string;
  readonly key: string;
  readonly bytes: number;
  readonly received: number;
  readonly begun: string;
  readonly state: (typeof STATES)[number];
  readonly result: UploadResult;
}

export interface UploadResult {
  readonly items: number;
  readonly of: number;
  readonly added: number;
  readonly duplicates: number;
  readonly conflicts: number;
  readonly rejected: number;
  readonly studies: readonly string[];
  readonly problems: readonly { readonly name: string; readonly reason: string }[];
}

export const parseUploads = (json: Json): readonly Upload[] => json.field('uploads').list(parseUpload);

export function parseUpload(json: Json): Upload {
  const result = json.field('result');
  const count = (name: string) => result.field(name).integer(0);
  return {
    upload: json.field('upload').string(),
    name: json.field('name').string(),
    key: json.field('key').string(),
    bytes: json.field('bytes').integer(1),
    received: json.field('received').integer(0),
    begun: json.field('begun').string(),
    state: json.field('state').word(STATES),
    result: {
      items: count('items'),
      of: result.field('of').integer(-1),
      added: count('added'),
      duplicates: count('duplicates'),
      conflicts: count('conflicts'),
      rejected: count('rejected'),
      studies: result.field('studies').list((study) => study.string()),
      problems: result
        .field('problems')
        .list((problem) => ({ name: problem.field('name').string(), reason: problem.field('reason').string() })),
    },
  };
}
