// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { StudyDescriptor } from '../model/study';
import type { StoreRim } from '../tiles/store';
import { type Snapshot, ViewerSession } from './session';

/** A session for as long as the component is mounted: awake while the page is seen, asleep while it is hidden. */
export function useSession(study: StudyDescriptor, rim: StoreRim): { session: ViewerSession; snapshot: Snapshot } {
  const session = useMemo(() => new ViewerSession(study, rim), [study, rim]);
  const [snapshot, setSnapshot] = useState(session.snapshot);
  useEffect(() => {
    const follower = onceAFrame(() => setSnapshot(session.snapshot));
    const unsubscribe = session.subscribe(follower.ask);
    const onVisibility = () => (document.hidden ? session.sleep() : session.wake());
    const onOnline = () => session.retryNow();
    onVisibility();
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('online', onOnline);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('online', onOnline);
      unsubscribe();
      follower.stop();
      session.close();
    };
  }, [session]);
  return { session, snapshot };
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
