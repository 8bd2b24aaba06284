// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';
import { nowBy } from '../contract/source';
import { isArriving } from '../ui/arrival';
import type { List } from './list';

const EVERY_MS = 5_000;

/** While a study of the list is arriving, the list is asked again: nothing but a few headers when nothing came. */
export function useArriving(list: List, look: (signal: AbortSignal) => Promise<void>, isHidden: boolean): void {
  const { said } = list;
  const isAny = said?.isLive === true && list.studies.some(({ arrival }) => isArriving(arrival ?? null, nowBy(said)));
  useEffect(() => {
    if (!isAny || isHidden) return;
    const controller = new AbortController();
    const timer = setInterval(() => {
      if (!document.hidden && navigator.onLine) void look(controller.signal);
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [isAny, isHidden, look]);
}
