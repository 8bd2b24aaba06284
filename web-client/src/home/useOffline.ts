// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import type { OfflineClient } from '../offline/client';
import type { OfflineView } from '../offline/view';

/** What the page knows of the offline store, as it changes. */
export function useOffline(client: OfflineClient): OfflineView {
  const [view, setView] = useState(client.view);
  useEffect(() => {
    setView(client.view);
    return client.subscribe(setView);
  }, [client]);
  return view;
}
