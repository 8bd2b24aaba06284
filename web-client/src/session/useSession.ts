// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import type { SessionClient, SessionView } from './client';

/** Who sits at the page, as it changes. */
export function useSession(session: SessionClient): SessionView {
  const [view, setView] = useState(session.view);
  useEffect(() => {
    setView(session.view);
    return session.subscribe(setView);
  }, [session]);
  return view;
}
