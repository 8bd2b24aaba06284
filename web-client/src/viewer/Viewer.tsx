// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import '../styles/viewer.css';
import type { StudyDescriptor } from '../model/study';
import { loadStudy, type StudyResult } from './loadStudy';
import { openRim } from './rim';
import { ViewerScreen } from './ViewerScreen';

export interface ViewerProps {
  /** Study Instance UID. */
  readonly study: string;
  readonly onBack: () => void;
  /** More buttons for the head of the page, such as keeping the study offline. */
  readonly actions?: ComponentChildren;
}

/** Opens a study and shows it. */
export function Viewer({ study, onBack, actions }: ViewerProps) {
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

  if (result === null) return <Notice onBack={onBack} text="Opening the study …" />;
  if (result.kind !== 'ready') {
    return <Notice onBack={onBack} text={result.detail} onRetry={() => setAttempt(attempt + 1)} />;
  }
  if (!hasPictures(result.study)) {
    return <Notice onBack={onBack} text="This study has no pictures that can be shown." />;
  }
  return <ViewerScreen key={result.study.version} study={result.study} rim={rim} onBack={onBack} actions={actions} />;
}

const hasPictures = (study: StudyDescriptor): boolean => study.series.some((series) => series.frames.length > 0);

interface NoticeProps {
  readonly text: string;
  readonly onBack: () => void;
  readonly onRetry?: () => void;
}

function Notice({ text, onBack, onRetry }: NoticeProps) {
  return (
    <main class="viewer-notice" data-testid="viewer-notice" aria-live="polite">
      <p>{text}</p>
      <div class="viewer-notice__choices">
        {onRetry && (
          <button type="button" class="viewer-button viewer-button--solid" onClick={onRetry}>
            Try again
          </button>
        )}
        <button type="button" class="viewer-button viewer-button--solid" onClick={onBack}>
          Back to the list
        </button>
      </div>
    </main>
  );
}
