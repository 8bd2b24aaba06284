// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren, ComponentType } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StudySummary } from './contract/studies';
import type { StudyDescriptor } from './contract/study';
import { summaryOf } from './contract/summaryOf';
import { Home } from './home/Home';
import { StudyActions } from './home/StudyActions';
import type { OfflineClient } from './offline/client';
import { type Place, studyPath } from './router';
import type { SessionClient } from './session/client';
import { useSession } from './session/useSession';
import { text } from './ui/text';

export type ViewerComponent = ComponentType<{
  readonly study: string;
  readonly onBack: () => void;
  readonly actions: (study: StudyDescriptor) => ComponentChildren;
  readonly note: string;
}>;

/** At a study's own address the list waits so long: what is looked at comes first. */
const LIST_WAITS_MS = 5_000;

interface AppProps {
  readonly client: OfflineClient;
  readonly session: SessionClient;
  readonly place: Place;
  readonly go: (path: string) => void;
  readonly loadViewer: () => Promise<ViewerComponent>;
  /** Something is on the screen: there is time for what can wait. */
  readonly onShown: () => void;
}

/** List and viewer. The list stays beneath an open study, so that going back costs nothing and finds it as it was. */
export function App({ client, session, place, go, loadViewer, onShown }: AppProps) {
  const [Viewer, setViewer] = useState<ViewerComponent | null>(null);
  const [isBroken, setBroken] = useState(false);
  const study = place.kind === 'study' ? place.study : null;
  const load = useCallback(() => {
    setBroken(false);
    loadViewer().then(
      (loaded) => setViewer(() => loaded),
      () => setBroken(true),
    );
  }, [loadViewer]);
  useEffect(() => {
    if (study !== null && Viewer === null) load();
  }, [study, Viewer, load]);
  useReturn(study);
  // While a kept study is read on after a session ended, the list asks for nothing.
  const isNeeded = useSession(session).phase === 'needed';
  const hasList = useLater(study === null, LIST_WAITS_MS) && !isNeeded;
  const [listed, setListed] = useState<readonly StudySummary[]>([]);
  const summary = listed.find((one) => one.study === study) ?? null;
  const back = useCallback(() => go('/'), [go]);
  const actions = useCallback(
    (opened: StudyDescriptor) => (
      <StudyActions client={client} session={session} study={summary ?? summaryOf(opened)} />
    ),
    [client, session, summary],
  );
  return (
    <>
      {hasList && (
        <Home
          client={client}
          session={session}
          go={go}
          isHidden={study !== null}
          onOpen={(opened) => go(studyPath(opened))}
          onListed={setListed}
          onShown={onShown}
        />
      )}
      {study !== null && Viewer !== null && (
        <Viewer key={study} study={study} onBack={back} actions={actions} note={arrivalWords(summary)} />
      )}
      {study !== null && Viewer === null && <Opening isBroken={isBroken} onRetry={load} />}
    </>
  );
}

/** A study that is still arriving at the server that shows it. */
function arrivalWords(summary: StudySummary | null): string {
  const { readiness = null } = summary ?? {};
  return readiness === null || readiness.state === 'complete' ? '' : text.serverHas(readiness.have, readiness.of);
}

/** True from when `now` is, or once some time went by. */
function useLater(now: boolean, ms: number): boolean {
  const [isDue, setDue] = useState(now);
  useEffect(() => {
    if (isDue) return;
    const timer = setTimeout(() => setDue(true), now ? 0 : ms);
    return () => clearTimeout(timer);
  }, [isDue, now, ms]);
  return isDue || now;
}

function Opening({ isBroken, onRetry }: { readonly isBroken: boolean; readonly onRetry: () => void }) {
  return (
    <main class="opening" aria-live="polite">
      <p>{isBroken ? text.openFailed : text.opening}</p>
      {isBroken && (
        <button type="button" class="button button--solid" onClick={onRetry}>
          {text.retry}
        </button>
      )}
    </main>
  );
}

/** Coming back from a study, the list is where it was, with the focus on that study. */
function useReturn(study: string | null): void {
  const left = useRef<{ readonly study: string | null; readonly top: number }>({ study: null, top: 0 });
  useLayoutEffect(() => {
    if (study !== null) {
      left.current = { study, top: left.current.top };
      scrollTo(0, 0);
      return;
    }
    if (left.current.study === null) return;
    scrollTo(0, left.current.top);
    const row = document.querySelector(`[data-study="${left.current.study}"] [data-row]`);
    if (row instanceof HTMLElement) row.focus({ preventScroll: true });
  }, [study]);
  useEffect(() => {
    if (study !== null) return;
    const scrolled = () => {
      left.current = { ...left.current, top: scrollY };
    };
    addEventListener('scroll', scrolled, { passive: true });
    return () => removeEventListener('scroll', scrolled);
  }, [study]);
}
