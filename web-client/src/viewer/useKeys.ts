// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';
import { keyCommand } from '../tools/keys';
import { paneKey } from '../tools/paneKeys';
import type { ViewerSession } from './session';
import type { Panes } from './usePanes';

/** Keys work wherever the focus is, except where a key has a meaning of its own. `onHelp` is for "?"; a video has keys of its own. */
export function useKeys(session: ViewerSession, onHelp: () => void, isVideo: boolean, panes: Panes): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || hasOwnMeaning(event)) return;
      if (!isVideo && session.taker?.key(event)) {
        event.preventDefault();
        return;
      }
      if (event.ctrlKey || event.metaKey) return;
      if (event.key === '?') {
        event.preventDefault();
        onHelp();
        return;
      }
      if (isVideo) return;
      const paneCommand = paneKey(event.key, panes.view);
      if (paneCommand !== null) {
        event.preventDefault();
        panes.run(paneCommand);
        return;
      }
      const command = keyCommand(event.key, session.snapshot.state);
      if (command === null) return;
      event.preventDefault();
      session.dispatch(command);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [session, onHelp, isVideo, panes.view, panes.run]);
}

function hasOwnMeaning(event: KeyboardEvent): boolean {
  const { target } = event;
  // What is under an open card must not move.
  if (document.querySelector('dialog[open]') !== null) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest('input, select, textarea, [contenteditable]')) return true;
  return (event.key === ' ' || event.key === 'Enter') && target.closest('button, a') !== null;
}
