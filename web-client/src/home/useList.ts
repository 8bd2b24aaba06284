// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useMemo, useReducer } from 'preact/hooks';
import { ask as askServer } from '../session/ask';
import { FIRST, type List, reduceList } from './list';
import { type Query, searchPath } from './query';
import { askOver, type PageResult, Searcher } from './search';

export interface ListControl {
  readonly list: List;
  /** Asks for something else; `isTyping` waits for a pause. */
  readonly ask: (query: Query, isTyping?: boolean) => void;
  readonly more: () => void;
  readonly again: () => void;
  /** Asks how the studies that are shown stand now, without a change of anything else. */
  readonly look: (signal: AbortSignal) => Promise<void>;
  readonly onlyReady: (isOn: boolean) => void;
}

/** The study list's state, and the questions that fill it. `heard` learns of every answer: it shows how the link is. */
export function useList(heard: (result: PageResult) => void): ListControl {
  const [list, dispatch] = useReducer(reduceList, { ...FIRST, onlyReady: isReadyShortcut(location.search) });
  const path = searchPath(list.query, null, new Date());
  const look = useCallback(
    async (signal: AbortSignal) => {
      const result = await askOver(askServer)(path, signal).catch(() => null);
      if (result !== null && !signal.aborted) dispatch({ kind: 'grown', result });
    },
    [path],
  );
  const searcher = useMemo(
    () =>
      new Searcher(askOver(askServer), (result, isMore) => {
        heard(result);
        dispatch({ kind: 'answer', result, isMore });
      }),
    [heard],
  );
  useEffect(() => {
    searcher.now(searchPath(FIRST.query, null, new Date()));
    return () => searcher.stop();
  }, [searcher]);
  return {
    list,
    look,
    ask: (query, isTyping = false) => {
      dispatch({ kind: 'ask', query });
      const next = searchPath(query, null, new Date());
      if (isTyping) searcher.later(next);
      else searcher.now(next);
    },
    more: () => {
      if (list.next === null || list.phase !== 'ready') return;
      dispatch({ kind: 'more' });
      searcher.now(searchPath(list.query, list.next, new Date()), true);
    },
    again: () => {
      dispatch({ kind: 'ask', query: list.query });
      searcher.now(path);
    },
    onlyReady: (isOn) => dispatch({ kind: 'onlyReady', isOn }),
  };
}

/** The shortcut of the installed application to what is ready, in manifest.webmanifest. */
const isReadyShortcut = (search: string): boolean => new URLSearchParams(search).has('ready');
