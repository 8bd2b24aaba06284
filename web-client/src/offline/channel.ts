// SPDX-License-Identifier: Apache-2.0
import type { Progress } from './progress';

/** The broadcast channel of the offline store, and the lock that its one writer holds. */
export const CHANNEL = 'wardlight-offline';

/**
 * What tabs and the keeper tell each other. Orders are not among it: those are rows of the index, which outlive everybody.
 * `poke`: pins have changed, look. `freshen`: ask the site what has changed. `changed`: pins have changed, read them.
 */
export type Message =
  | { readonly type: 'poke' | 'freshen' | 'changed' }
  | { readonly type: 'progress'; readonly progress: Progress };

/** A message of this build; null for what another build says. */
export function messageOf(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null;
  switch (data.type) {
    case 'poke':
    case 'freshen':
    case 'changed':
      return { type: data.type };
    case 'progress':
      return 'progress' in data && isProgress(data.progress) ? { type: 'progress', progress: data.progress } : null;
    default:
      return null;
  }
}

function isProgress(value: unknown): value is Progress {
  return (
    typeof value === 'object' &&
    value !== null &&
    'study' in value &&
    typeof value.study === 'string' &&
    'haveBytes' in value &&
    typeof value.haveBytes === 'number' &&
    'ofBytes' in value &&
    typeof value.ofBytes === 'number' &&
    'phase' in value &&
    (value.phase === 'fetching' || value.phase === 'waiting')
  );
}
