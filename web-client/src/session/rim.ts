// SPDX-License-Identifier: Apache-2.0
import { SIGN_IN_NEEDED } from './ask';
import { SessionClient } from './client';

const KEY = 'wardlight-signed-out';

/** The session of this browser: asked for at once, and again when another tab, or a page that the browser had put away, changes it. */
export function openSession(window: Window & typeof globalThis): SessionClient {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('wardlight-session') : null;
  const session = new SessionClient({
    fetch: (path, init) => fetch(path, init),
    wasSignedOut: () => stored(() => window.localStorage.getItem(KEY) !== null) ?? false,
    keepSignedOut: (isSignedOut) =>
      void stored(() => (isSignedOut ? window.localStorage.setItem(KEY, '') : window.localStorage.removeItem(KEY))),
    tell: () => channel?.postMessage('changed'),
  });
  if (channel !== null) channel.onmessage = () => void session.ask();
  window.addEventListener(SIGN_IN_NEEDED, () => session.need());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) void session.ask();
  });
  return session;
}

/** A browser may refuse its storage; then it is as if nothing had been kept. */
function stored<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    return null;
  }
}
