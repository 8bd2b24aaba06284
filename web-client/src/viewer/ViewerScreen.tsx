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
import { ScreenCard } from './ScreenCard';
import { SeriesList } from './SeriesList';
import { Spoken } from './Spoken';
import { Stage } from './Stage';
import { ToolBar } from './ToolBar';
import { useKeys } from './useKeys';
import { useLayers } from './useLayers';
import { useMarks } from './useMarks';
import { useMeasuring } from './useMeasuring';
import { useNarrow } from './useNarrow';
import { useSession } from './useSession';

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
  const { session, snapshot } = useSession(study, rim);
  const narrow = useNarrow();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [reading, setReading] = useState<StudyDocument | null>(null);
  const [isScreenOpen, setScreenOpen] = useState(false);
  const askScreen = useCallback(() => setScreenOpen(true), []);
  const help = useCallback(() => setHelpOpen(true), []);
  const dispatch = useMemo(() => session.dispatch.bind(session), [session]);
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
  const marks = useMarks(state, dispatch);
  const layers = useLayers();
  const isMeasuring = measureToolOf(state.tool) !== null;
  const { measuring, failed } = useMeasuring(study, session, isMeasuring);
  const at = looked(state);
  const video = useVideo(state);
  const { Player, playing } = video;
  useKeys(session, help, Player !== null);
  const series = useMemo(
    () => (
      <SeriesList
        study={study}
        current={state.current}
        thumbnails={session.thumbnails}
        onChoose={(index) => dispatch({ do: 'series', index })}
        onRead={setReading}
      />
    ),
    [study, state.current, session, dispatch],
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
          <Stage session={session} snapshot={snapshot} marks={marks} layers={layers} measuring={measuring} />
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
