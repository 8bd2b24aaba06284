// SPDX-License-Identifier: Apache-2.0
import { preloadDescriptor } from './early';
import './styles/tokens.css';
import './styles/base.css';
import './styles/home.css';
import './styles/rows.css';
import './styles/panels.css';
import { render } from 'preact';
import { Gate } from './gate';
import { OfflineClient } from './offline/client';
import { placeOf, takeSecret } from './router';
import { openSession } from './session/rim';

const loadViewer = () => import('./viewer/Viewer').then((module) => module.Viewer);

const secret = takeSecret(location, history);
const session = openSession(window);

// What is looked at comes first: at a study's own address the viewer and the descriptor are asked for before anything is drawn.
// A page that came from the server has a Link header for that, if who asks may see it.
if (session.view.phase === 'open' && navigator.serviceWorker?.controller != null) preloadDescriptor(document);
const isDeepLink = placeOf(location.pathname).kind === 'study';
if (isDeepLink) void loadViewer().catch(() => undefined);

const client = new OfflineClient(window);
void client.look().catch(() => undefined);
// Beside the first questions, not before them: only an answer that says so shows the sign-in page.
void session.ask();

/** The script runs as soon as it is here, so it does not wait for the styles; from a cache that may be before the page's body. */
function start(): void {
  const root = document.getElementById('app');
  if (root !== null) {
    render(
      <Gate client={client} session={session} secret={secret} loadViewer={loadViewer} onShown={whenShown} />,
      root,
    );
  }
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start, { once: true });
else start();

/** After the list: the viewer, and later, when the link has rested from the first image, what makes all of it work offline. */
function whenShown(): void {
  const settleDown = () => void client.settleDown();
  if (!isDeepLink) setTimeout(() => void loadViewer().catch(() => undefined), 300);
  setTimeout(settleDown, isDeepLink ? 15_000 : 3_000);
}
