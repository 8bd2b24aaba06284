// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { string } from './words';

/** A problem document (RFC 9457); `code` is stable, `title` and `detail` are words for people. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
}

export function parseProblem(json: Json): Problem {
  return {
    title: json.field('title').string(),
    status: json.field('status').integer(100),
    code: json.field('code').string(),
    detail: json.field('detail').optional(string),
  };
}
