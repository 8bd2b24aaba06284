// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useState } from 'preact/hooks';
import { refusalWords } from '../account/words';
import type { Json } from '../contract/json';
import type { Answer, SessionClient } from '../session/client';

export interface Loaded<T> {
  /** Null until the first answer. */
  readonly value: T | null;
  /** Why there is no newer answer, in words; empty when there is one. */
  readonly failure: string;
  readonly again: () => void;
  /** Does a change and loads again; answers what became of it. */
  readonly change: (work: () => Promise<Answer>) => Promise<Answer>;
}

/** What the server has at a path, and changes of it. What fails is said; what was shown before stays. */
export function useAnswer<T>(session: SessionClient, path: string, parse: (json: Json) => T): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failure, setFailure] = useState('');
  const load = useCallback(async () => {
    const answer = await session.get(path);
    setFailure(refusalWords(answer));
    if (answer.kind === 'ok') setValue(parse(answer.json));
  }, [session, path, parse]);
  useEffect(() => void load(), [load]);
  const change = useCallback(
    async (work: () => Promise<Answer>) => {
      const answer = await work();
      await load();
      setFailure(refusalWords(answer));
      return answer;
    },
    [load],
  );
  return { value, failure, again: () => void load(), change };
}
