// SPDX-License-Identifier: Apache-2.0

/** How far the fetching of a study is. `retryAt`: when it tries again, in milliseconds since 1970, while it waits for the link. */
export interface Progress {
  readonly study: string;
  readonly phase: 'fetching' | 'waiting';
  readonly have: number;
  readonly of: number;
  readonly haveBytes: number;
  readonly ofBytes: number;
  readonly retryAt: number | null;
}
