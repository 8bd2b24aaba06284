// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { MOST_PANES } from '../model/panes';
import type { StudyDescriptor } from '../model/study';
import { SharedTiles } from '../tiles/shared';
import type { StoreRim } from '../tiles/store';
import { type Snapshot, ViewerSession } from './session';

/** Sessions for all the panes that there may be, over one store: those that are shown are awake while the page is seen. */
export function useSessions(study: StudyDescriptor, rim: StoreRim, shown: readonly number[]): readonly ViewerSession[] {
  const before = useRef<readonly ViewerSession[]>([]);
  const sessions = useMemo(() => {
    const tiles = new SharedTiles(study, rim);
    const stateOf = (pane: number) => before.current[pane]?.snapshot.state ?? null;
    return Array.from({ length: MOST_PANES }, (_, pane) => new ViewerSession(study, rim, tiles, stateOf(pane)));
  }, [study, rim]);
  before.current = sessions;
  useEffect(() => () => sessions.forEach(closeOne), [sessions]);
  const names = shown.join(' ');
  useEffect(() => {
    const wakeOrSleep = () =>
      sessions.forEach((session, pane) => {
        if (!document.hidden && shown.includes(pane)) session.wake();
        else session.sleep();
      });
    const onOnline = () => sessions[0]?.retryNow();
    wakeOrSleep();
    document.addEventListener('visibilitychange', wakeOrSleep);
    window.addEventListener('online', onOnline);
    return () => {
      document.removeEventListener('visibilitychange', wakeOrSleep);
      window.removeEventListener('online', onOnline);
    };
  }, [sessions, names]);
  return sessions;
}

const closeOne = (session: ViewerSession): void => session.close();

/** What a session shows, at most once a frame of the screen. */
export function useSnapshot(session: ViewerSession): Snapshot {
  const [taken, setSnapshot] = useState(session.snapshot);
  useEffect(() => {
    const follower = onceAFrame(() => setSnapshot(session.snapshot));
    const unsubscribe = session.subscribe(follower.ask);
    follower.ask();
    return () => {
      unsubscribe();
      follower.stop();
    };
  }, [session]);
  // Of the study before it grew, until the new session has told of itself.
  return taken.state.study === session.snapshot.state.study ? taken : session.snapshot;
}

/** Tiles and gestures come several to a frame of the screen; the page is rendered for each frame at most once. */
function onceAFrame(run: () => void): { readonly ask: () => void; readonly stop: () => void } {
  let asked: number | null = null;
  return {
    ask: () => {
      asked ??= requestAnimationFrame(() => {
        asked = null;
        run();
      });
    },
    stop: () => {
      if (asked !== null) cancelAnimationFrame(asked);
      asked = null;
    },
  };
}
