// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { StudyDocument } from '../contract/documents';
import { Reading } from '../documents/Reading';
import { looked } from '../model/state';
import type { StudyDescriptor } from '../model/study';
import type { StoreRim } from '../tiles/store';
import { measureToolOf } from '../tools/measuring';
import { text } from '../ui/text';
import { useVideo } from '../video/useVideo';
import { VideoChoice } from '../video/VideoChoice';
import { Banner } from './Banner';
import { CineBar } from './CineBar';
import { KeyCard } from './KeyCard';
import { openingOf } from './opening';
import { PaneGrid } from './PaneGrid';
import { ScreenCard } from './ScreenCard';
import { SeriesList } from './SeriesList';
import { Spoken } from './Spoken';
import { ToolBar } from './ToolBar';
import { useKeys } from './useKeys';
import { useLayers } from './useLayers';
import { useMeasuring } from './useMeasuring';
import { useNarrow } from './useNarrow';
import { usePanes } from './usePanes';
import { useRested } from './useRested';

interface Props {
  readonly study: StudyDescriptor;
  readonly rim: StoreRim;
  readonly onBack: () => void;
  readonly actions?: ((study: StudyDescriptor) => ComponentChildren) | undefined;
  readonly note: string;
}

/**
 * Banner, series, picture, tools: how they lie on the screen is the affair of styles. What does not depend on the frame is
 * rendered only when what it depends on changes: moving through a stack renders the picture's labels and the scrubber alone.
 */
export function ViewerScreen({ study, rim, onBack, actions, note }: Props) {
  const panes = usePanes(study, rim);
  const { session, snapshot, dispatch, marks } = panes.active;
  const narrow = useNarrow();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [reading, setReading] = useState<StudyDocument | null>(null);
  const [isScreenOpen, setScreenOpen] = useState(false);
  const askScreen = useCallback(() => setScreenOpen(true), []);
  const help = useCallback(() => setHelpOpen(true), []);
  const extra = useMemo(() => actions?.(study) ?? null, [actions, study]);
  useEffect(() => {
    const opening = openingOf(study, location.search);
    if (opening?.kind === 'document') setReading(opening.document);
    if (opening?.kind === 'frame') {
      dispatch({ do: 'series', index: opening.series });
      dispatch({ do: 'frame', index: opening.frame });
    }
    if (opening !== null) history.replaceState(null, '', location.pathname);
  }, [study, dispatch]);
  const { state, isOffline } = snapshot;
  const layers = useLayers();
  // What others measured comes after the picture, and never before it.
  const hasTime = useRested(snapshot.drawn?.scene.state === 'exact', 1_000);
  const isMeasuring = measureToolOf(state.tool) !== null;
  const { measuring, failed } = useMeasuring(study.study, panes.sessions, isMeasuring || hasTime);
  const at = looked(state);
  const video = useVideo(state);
  const { playing } = video;
  // Beside other panes a video is single frames: a player has the stage to itself.
  const Player = panes.view.layout === '1x1' ? video.Player : null;
  useKeys(session, help, Player !== null, panes);
  const { thumbnails } = panes.sessions[0] ?? session;
  const series = useMemo(
    () => (
      <SeriesList
        study={study}
        current={state.current}
        thumbnails={thumbnails}
        onChoose={(index) => dispatch({ do: 'series', index })}
        onRead={setReading}
      />
    ),
    [study, state.current, thumbnails, dispatch],
  );
  const tools = useMemo(
    () => (
      <>
        <CineBar state={state} dispatch={dispatch} />
        <ToolBar
          state={state}
          dispatch={dispatch}
          marks={marks}
          layers={layers}
          narrow={narrow}
          panes={panes}
          extra={narrow ? extra : null}
          onHelp={help}
          onScreen={askScreen}
        />
      </>
    ),
    // The frame that the state is at may be an older one: no button depends on it.
    [
      state.current,
      layers,
      marks.overlay,
      marks.shutter,
      marks.chosen,
      marks.document,
      marks.failure,
      at?.own.frame,
      state.tool,
      state.cine,
      at?.kind,
      at?.own.negative,
      at?.own.window,
      narrow,
      panes.view,
      panes.run,
      extra,
      dispatch,
      help,
      askScreen,
    ],
  );
  const banner = useMemo(
    () => <Banner study={study} isOffline={isOffline} note={note} onBack={onBack} actions={narrow ? null : extra} />,
    [study, isOffline, note, onBack, narrow, extra],
  );
  if (reading !== null) {
    return (
      <Reading study={study} document={reading} isOffline={isOffline} note={note} onClose={() => setReading(null)} />
    );
  }
  return (
    <main class="viewer" data-testid="viewer">
      {banner}
      {series}
      {Player !== null && playing !== null ? (
        <Player
          key={playing.url}
          playing={playing}
          seriesIndex={state.current}
          start={(at?.own.frame ?? 0) - playing.first}
          onFrames={(index) => {
            dispatch({ do: 'frame', index });
            video.showFrames();
          }}
          onVideo={(index) => dispatch({ do: 'frame', index })}
          onRefused={video.refuse}
        />
      ) : (
        <>
          <PaneGrid panes={panes} layers={layers} measuring={measuring} />
          <div class="viewer__tools">
            {measuring !== null && <measuring.MeasureBar desk={measuring.desk} state={state} dispatch={dispatch} />}
            {measuring === null && isMeasuring && (
              <p class="tools-note" role="status">
                {failed ? text.measure.failed : text.measure.loading}
              </p>
            )}
            {tools}
          </div>
          <VideoChoice view={video} />
          <Spoken snapshot={snapshot} />
        </>
      )}
      {isScreenOpen && (
        <ScreenCard onClose={() => setScreenOpen(false)} onSet={(perMm) => dispatch({ do: 'true-size', perMm })} />
      )}
      {isHelpOpen && <KeyCard onClose={() => setHelpOpen(false)} />}
    </main>
  );
}
