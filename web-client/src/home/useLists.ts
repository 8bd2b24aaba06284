// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { type ListHead, parseLists } from '../contract/lists';
import type { SessionClient } from '../session/client';

/** The lists that can be chosen from; none while the server does not answer. Asked for when the studies are on the screen. */
export function useLists(session: SessionClient, isWanted: boolean): readonly ListHead[] {
  const [lists, setLists] = useState<readonly ListHead[]>([]);
  useEffect(() => {
    if (!isWanted) {
      setLists([]);
      return;
    }
    void session.get('/api/v1/lists').then((answer) => {
      if (answer.kind === 'ok') setLists(parseLists(answer.json));
    });
  }, [session, isWanted]);
  return lists;
}
