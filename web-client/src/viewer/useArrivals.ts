// SPDX-License-Identifier: Apache-2.0
import { useCallback, useState } from 'preact/hooks';

export type Arrival = 'here' | 'failed';

/** Which of the layers' pictures came: one that is not here yet must not be taken for one that shows nothing. */
export interface Arrivals {
  readonly of: (url: string) => Arrival | undefined;
  readonly note: (url: string, arrival: Arrival) => void;
}

export function useArrivals(): Arrivals {
  const [known, setKnown] = useState<ReadonlyMap<string, Arrival>>(new Map());
  const note = useCallback((url: string, arrival: Arrival) => {
    setKnown((before) => (before.get(url) === arrival ? before : new Map(before).set(url, arrival)));
  }, []);
  return { of: (url) => known.get(url), note };
}
