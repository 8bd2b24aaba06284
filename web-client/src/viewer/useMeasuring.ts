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

/** Fetched when a measuring tool is first chosen, or when there is time for what others measured; what failed is tried again when one is chosen again. */
export function useMeasuring(study: string, sessions: readonly ViewerSession[], wanted: boolean): MeasuringState {
  const [parts, setParts] = useState<Parts | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!wanted || parts !== null) return;
    setFailed(false);
    load().then(setParts, () => setFailed(true));
  }, [wanted, parts]);
  // Marks name their instance, so they stay when the study grows.
  const opened = useMemo(() => parts?.openDesk(study) ?? null, [parts, study]);
  useEffect(() => () => opened?.close(), [opened]);
  const desk = opened?.desk ?? null;
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
