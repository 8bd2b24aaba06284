// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Desk } from '../measure/desk';
import type { ViewerSession } from './session';

type Parts = typeof import('../measure/ui/Measuring');

/** What measures, once it is here. */
export interface Measuring extends Pick<Parts, 'MeasureBar' | 'MeasureLayer'> {
  readonly desk: Desk;
}

export interface MeasuringState {
  readonly measuring: Measuring | null;
  readonly failed: boolean;
}

const load = () => import('../measure/ui/Measuring');

/** Fetched when a measuring tool is first chosen; what failed is tried again when one is chosen again. */
export function useMeasuring(sessions: readonly ViewerSession[], wanted: boolean): MeasuringState {
  const [parts, setParts] = useState<Parts | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!wanted || parts !== null) return;
    setFailed(false);
    load().then(setParts, () => setFailed(true));
  }, [wanted, parts]);
  // Marks name their instance, so they stay when the study grows.
  const desk = useMemo(() => parts?.openDesk() ?? null, [parts]);
  useEffect(() => {
    if (parts === null || desk === null) return;
    for (const session of sessions) session.taker = new parts.MarkTaker(desk, session);
    return () => {
      for (const session of sessions) session.taker = null;
    };
  }, [parts, desk, sessions]);
  const measuring = useMemo(
    () =>
      parts === null || desk === null ? null : { desk, MeasureBar: parts.MeasureBar, MeasureLayer: parts.MeasureLayer },
    [parts, desk],
  );
  return { measuring, failed };
}
