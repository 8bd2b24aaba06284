// SPDX-License-Identifier: Apache-2.0
import type { SessionClient } from '../session/client';
import { withCsrf } from '../session/csrf';
import { UploadDesk } from './desk';

let desk: { readonly session: SessionClient; readonly turn: number; readonly desk: UploadDesk } | null = null;

/** The one desk of this page, for as long as the same person sits at it. */
export function openDesk(session: SessionClient): UploadDesk {
  const { turn } = session.view;
  if (desk?.session === session && desk.turn === turn) return desk.desk;
  const opened = new UploadDesk(session, {
    fetch: withCsrf((path, init) => fetch(path, init)),
    now: () => performance.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
  });
  desk = { session, turn, desk: opened };
  return opened;
}
