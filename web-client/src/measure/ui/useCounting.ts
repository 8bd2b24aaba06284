// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Looked } from '../../model/state';
import { Counting, type TileSource } from '../counting';
import type { Mark } from '../mark';

/** Counts under the marks that are shown; renders anew when something has been counted. */
export function useCounting(source: TileSource, marks: readonly Mark[], series: number, at: Looked | null): Counting {
  const [, setTurn] = useState(0);
  const counting = useMemo(() => new Counting(source, () => setTurn((turn) => turn + 1)), [source]);
  useEffect(() => {
    if (at !== null) counting.follow(marks, series, at);
  });
  return counting;
}
