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
    const unsubscribe = session.subscribe(() => setSnapshot(session.snapshot));
    const onVisibility = () => (document.hidden ? session.sleep() : session.wake());
    const onOnline = () => session.retryNow();
    onVisibility();
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('online', onOnline);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('online', onOnline);
      unsubscribe();
      session.close();
    };
  }, [session]);
  return { session, snapshot };
}
