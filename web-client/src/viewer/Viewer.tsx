// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import '../styles/viewer.css';
import '../styles/stage.css';
import '../styles/legends.css';
import '../styles/panes.css';
import '../styles/cards.css';
import '../styles/viewer-small.css';
import { DocumentsOnly } from '../documents/DocumentsOnly';
import type { StudyDescriptor } from '../model/study';
import { text } from '../ui/text';
import { Announced } from './Announced';
import { loadStudy, type StudyResult } from './loadStudy';
import { OmittedObjects, OmittedReasons } from './OmittedObjects';
import { openRim } from './rim';
import { useArrival } from './useArrival';
import { ViewerScreen } from './ViewerScreen';

export interface ViewerProps {
  /** Study Instance UID. */
  readonly study: string;
  readonly onBack: () => void;
  /** More to do with the study, such as keeping it offline: in the head of the page, on a phone in the menu of more. */
  readonly actions?: (study: StudyDescriptor) => ComponentChildren;
  /** What is to be known of the study besides its descriptor, such as that it is still arriving; empty when nothing. */
  readonly note?: string;
}

/** Opens a study and shows it. */
export function Viewer({ study, onBack, actions, note = '' }: ViewerProps) {
  const rim = useMemo(openRim, []);
  useEffect(() => rim.close, [rim]);
  const [result, setResult] = useState<StudyResult | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    setResult(null);
    void loadStudy(study, controller.signal).then((loaded) => {
      if (!controller.signal.aborted) setResult(loaded);
    });
    return () => controller.abort();
  }, [study, attempt]);

  const refresh = useCallback(
    async (signal: AbortSignal) => {
      const loaded = await loadStudy(study, signal);
      if (loaded.kind === 'ready' && !signal.aborted) setResult(loaded);
    },
    [study],
  );
  const arrival = useArrival(result, refresh);
  const again = () => setAttempt((before) => before + 1);
  useNetworkBack(result?.kind === 'offline', again);

  const known = arrival.words || note;
  const spoken = <Announced words={arrival.counts || note} />;
  if (result === null) return <Notice onBack={onBack} words={text.opening} />;
  if (result.kind !== 'ready') return <Notice isAlert onBack={onBack} words={result.detail} onRetry={again} />;
  if (!hasPictures(result.study) && result.study.documents.length > 0) {
    return (
      <DocumentsOnly study={result.study} note={known} onBack={onBack} actions={actions?.(result.study) ?? null}>
        {spoken}
        <OmittedObjects omitted={result.study.omitted} />
      </DocumentsOnly>
    );
  }
  if (!hasPictures(result.study)) {
    return (
      <Notice onBack={onBack} words={text.noPictures}>
        {known !== '' && <p data-testid="study-note">{known}</p>}
        <OmittedReasons omitted={result.study.omitted} />
      </Notice>
    );
  }
  return (
    <>
      <ViewerScreen key={study} study={result.study} rim={rim} onBack={onBack} actions={actions} note={known} />
      {spoken}
    </>
  );
}

/** What failed for want of a network is tried again by itself as soon as the network is back. */
function useNetworkBack(isOffline: boolean, again: () => void): void {
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    if (!isOffline) return;
    const back = () => latest.current();
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, [isOffline]);
}

const hasPictures = (study: StudyDescriptor): boolean => study.series.some((series) => series.frames.length > 0);

interface NoticeProps {
  readonly words: string;
  readonly isAlert?: boolean;
  readonly onBack: () => void;
  readonly onRetry?: () => void;
  readonly children?: ComponentChildren;
}

function Notice({ words, isAlert = false, onBack, onRetry, children }: NoticeProps) {
  return (
    <main class="viewer-notice" data-testid="viewer-notice">
      <p role={isAlert ? 'alert' : 'status'}>{words}</p>
      {children}
      <div class="viewer-notice__choices">
        {onRetry && (
          <button type="button" class="viewer-button viewer-button--solid" onClick={onRetry}>
            {text.retry}
          </button>
        )}
        <button type="button" class="viewer-button viewer-button--solid" onClick={onBack}>
          {text.backToList}
        </button>
      </div>
    </main>
  );
}
