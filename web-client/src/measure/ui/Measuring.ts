// SPDX-License-Identifier: Apache-2.0
// All that measuring needs, fetched when it is first wanted.
import '../../styles/measure.css';
import { Desk } from '../desk';
import { IdbJournal } from '../keep/idbJournal';
import { type Journal, MemoryJournal } from '../keep/journal';
import { MarkKeeper } from '../keep/keeper';
import { openSite } from '../keep/site';
import { newId } from '../newId';
import { MarkTaker } from '../taker';
import { MeasureBar } from './MeasureBar';
import { MeasureLayer } from './MeasureLayer';

export { MarkTaker, MeasureBar, MeasureLayer };

const freshId = (): string => newId(crypto);

export interface OpenDesk {
  readonly desk: Desk;
  readonly close: () => void;
}

/** The marks of a study, kept from now on. */
export function openDesk(study: string): OpenDesk {
  const desk = new Desk(freshId);
  const ending = new AbortController();
  void openJournal().then((journal) => {
    if (ending.signal.aborted) return;
    const keeper = new MarkKeeper(
      study,
      desk,
      journal,
      openSite((path, init) => fetch(path, init)),
      {
        newId: freshId,
        later: (run, ms) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      },
    );
    const look = () => {
      if (!document.hidden) void keeper.look();
    };
    addEventListener('online', look, { signal: ending.signal });
    document.addEventListener('visibilitychange', look, { signal: ending.signal });
    ending.signal.addEventListener('abort', () => keeper.close());
    void keeper.open();
  });
  return { desk, close: () => ending.abort() };
}

/** A browser that keeps nothing measures all the same; its marks end with the page unless the server has them. */
const openJournal = async (): Promise<Journal> => {
  try {
    return await IdbJournal.open(indexedDB);
  } catch {
    return new MemoryJournal();
  }
};
