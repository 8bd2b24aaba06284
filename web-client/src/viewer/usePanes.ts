// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useMemo, useReducer } from 'preact/hooks';
import type { Command } from '../model/commands';
import {
  ONE_PANE,
  PANES,
  type PaneCommand,
  type PaneStart,
  type PaneView,
  reducePanes,
  shownPanes,
  startOf,
} from '../model/panes';
import { frameNear, planeOf } from '../model/planes';
import { looked } from '../model/state';
import type { StudyDescriptor } from '../model/study';
import type { StoreRim } from '../tiles/store';
import type { Snapshot, ViewerSession } from './session';
import { type Marks, useMarks } from './useMarks';
import { useSessions, useSnapshot } from './useSession';

/** One pane: what it shows, and what is drawn over it. */
export interface Pane {
  readonly session: ViewerSession;
  readonly snapshot: Snapshot;
  readonly marks: Marks;
  readonly dispatch: (command: Command) => void;
}

export interface Panes {
  readonly view: PaneView;
  readonly run: (command: PaneCommand) => void;
  readonly all: readonly Pane[];
  readonly active: Pane;
  readonly sessions: readonly ViewerSession[];
}

export function usePanes(study: StudyDescriptor, rim: StoreRim): Panes {
  const [view, reduce] = useReducer(reducePanes, ONE_PANE);
  const shown = useMemo(() => shownPanes(view), [view]);
  const sessions = useSessions(study, rim, shown);
  const [one, two, three, four] = sessions as [ViewerSession, ViewerSession, ViewerSession, ViewerSession];
  const all = [usePane(one, sessions), usePane(two, sessions), usePane(three, sessions), usePane(four, sessions)];
  const active = all[view.active] ?? (all[0] as Pane);
  const run = useCallback(
    (command: PaneCommand) => {
      if (command.do === 'layout') fill(study, sessions, PANES[view.layout], PANES[command.layout]);
      reduce(command);
    },
    [study, sessions, view.layout],
  );
  useEffect(() => {
    const isOne = PANES[view.layout] === 1;
    sessions.forEach((session, pane) => {
      session.onDoubleTap = isOne ? null : () => reduce({ do: 'maximise', pane });
    });
  }, [sessions, view.layout]);
  useLinked(active, all, shown, view.isLinked);
  return { view, run, all, active, sessions };
}

function usePane(session: ViewerSession, sessions: readonly ViewerSession[]): Pane {
  const snapshot = useSnapshot(session);
  const dispatch = useMemo(
    () => (command: Command) => {
      // What a finger does is the same in every pane.
      if (command.do === 'tool') for (const other of sessions) other.dispatch(command);
      else session.dispatch(command);
    },
    [session, sessions],
  );
  return { session, snapshot, dispatch, marks: useMarks(snapshot.state, dispatch) };
}

/** Panes that appear show what is not shown yet; those that were there before keep what they show. */
function fill(study: StudyDescriptor, sessions: readonly ViewerSession[], before: number, after: number): void {
  const shown: PaneStart[] = sessions.slice(0, before).map(({ snapshot: { state } }) => ({
    series: state.current,
    frame: state.bySeries[state.current]?.frame ?? null,
  }));
  const tool = sessions[0]?.snapshot.state.tool;
  for (let pane = before; pane < after; pane++) {
    const start = startOf(study, shown, pane);
    shown.push(start);
    const session = sessions[pane];
    session?.dispatch({ do: 'series', index: start.series });
    if (start.frame !== null) session?.dispatch({ do: 'frame', index: start.frame });
    if (tool !== undefined) session?.dispatch({ do: 'tool', tool });
  }
}

/** The other panes follow the one in use to the same place in the patient; where there is none, they stay. */
function useLinked(active: Pane, all: readonly Pane[], shown: readonly number[], isLinked: boolean): void {
  const at = looked(active.snapshot.state);
  const series = at?.series;
  const frame = at?.own.frame;
  useEffect(() => {
    if (!isLinked || shown.length < 2 || series === undefined || frame === undefined) return;
    const plane = planeOf(series, frame);
    if (plane === null) return;
    for (const pane of shown) {
      const session = all[pane]?.session;
      if (session === undefined || session === active.session) continue;
      const { state } = session.snapshot;
      const other = state.study.series[state.current];
      const near = other === undefined ? null : frameNear(other, plane);
      if (near !== null) session.dispatch({ do: 'frame', index: near });
    }
  }, [active.session, series, frame, isLinked, shown]);
}
