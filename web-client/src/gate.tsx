// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { App, type ViewerComponent } from './app';
import { useOffline } from './home/useOffline';
import type { OfflineClient } from './offline/client';
import { type OfflineView, readinessOf } from './offline/view';
import { type Place, takeSecret, usePlace } from './router';
import type { SessionClient, SessionView } from './session/client';
import { useSession } from './session/useSession';
import { Later } from './ui/Later';
import { text } from './ui/text';

const loadSignIn = () => import('./account/SignIn').then((module) => module.SignIn);
const loadWelcome = () => import('./account/Welcome').then((module) => module.Welcome);
const loadAdd = () => import('./upload/Add').then((module) => module.Add);
const loadAdmin = () => import('./admin/Admin').then((module) => module.Admin);

interface GateProps {
  readonly client: OfflineClient;
  readonly session: SessionClient;
  /** Of the one-time link that the page was opened by. */
  readonly secret: string | null;
  readonly loadViewer: () => Promise<ViewerComponent>;
  readonly onShown: () => void;
}

/** Lets through who may see the place, and shows the sign-in page there to who may not: signing in leads on to that place. */
export function Gate({ client, session, secret, loadViewer, onShown }: GateProps) {
  const [place, go] = usePlace();
  const offline = useOffline(client);
  const view = useSession(session);
  const opened = useSecret(secret);
  useEffect(() => {
    // What waited for somebody to sign in goes on.
    if (view.phase === 'open') client.freshen();
  }, [view.phase, client]);
  if (place.kind === 'welcome') {
    return <Later load={loadWelcome} props={{ session, secret: opened, onDone: () => go('/') }} />;
  }
  if (view.phase === 'held') {
    return (
      <main class="opening" aria-live="polite">
        <p>{text.partLoading}</p>
      </main>
    );
  }
  if (view.phase === 'needed' && !mayReadOn(place, view, offline)) {
    return <Later load={loadSignIn} props={{ session }} />;
  }
  if (place.kind === 'admin') {
    return <Later load={loadAdmin} props={{ session, page: place.page, go }} />;
  }
  if (place.kind === 'add') return <Later load={loadAdd} props={{ session, go }} />;
  return (
    <App
      key={view.turn}
      client={client}
      session={session}
      place={place}
      go={go}
      loadViewer={loadViewer}
      onShown={onShown}
    />
  );
}

/** A session that ends by itself takes no kept study from the hands of who reads it. */
function mayReadOn(place: Place, view: SessionView, offline: OfflineView): boolean {
  return place.kind === 'study' && view.hasEnded && readinessOf(offline, place.study).state === 'complete';
}

/** Another link may be opened in this very tab, which changes the fragment alone. */
function useSecret(first: string | null): string | null {
  const [secret, setSecret] = useState(first);
  useEffect(() => {
    const moved = () => setSecret((before) => takeSecret(location, history) ?? before);
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  return secret;
}
