// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';

/** True for good from when `now` has been true for so long. */
export function useRested(now: boolean, ms: number): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    if (rested || !now) return;
    const timer = setTimeout(() => setRested(true), ms);
    return () => clearTimeout(timer);
  }, [rested, now, ms]);
  return rested;
}
