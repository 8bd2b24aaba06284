// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageResult } from './search';

export type Connection = 'online' | 'offline';

const PROBE_MS = 10_000;

/** Whether that answer came from the server. */
export function connectionOf(result: PageResult): Connection {
  if (result.kind === 'page') return result.isFromDevice ? 'offline' : 'online';
  return result.isOffline ? 'offline' : 'online';
}

/**
 * Whether the server answers. Told by the answers themselves; while it does not, a small question goes out every ten seconds,
 * and at once when the browser says that the network is back.
 */
export function useConnection(back: () => void): readonly [Connection, (result: PageResult) => void] {
  const [connection, setConnection] = useState<Connection>(navigator.onLine ? 'online' : 'offline');
  const heard = useCallback((result: PageResult) => setConnection(connectionOf(result)), []);
  useEffect(() => {
    const lost = () => setConnection('offline');
    addEventListener('offline', lost);
    return () => removeEventListener('offline', lost);
  }, []);
  useEffect(() => {
    if (connection === 'online') return;
    const probe = async () => {
      const response = await fetch('/healthz', { cache: 'no-store' }).catch(() => null);
      if (response?.ok) back();
    };
    const asked = () => void probe();
    const timer = setInterval(asked, PROBE_MS);
    addEventListener('online', asked);
    return () => {
      clearInterval(timer);
      removeEventListener('online', asked);
    };
  }, [connection, back]);
  return [connection, heard];
}
