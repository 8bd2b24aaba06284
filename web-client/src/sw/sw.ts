// SPDX-License-Identifier: Apache-2.0
// The service worker: keeps the application whole, and answers for the network from what is kept on this device. It never
// keeps an answer of the server by itself: studies are kept by the keeper, on purpose, or not at all.
import { isOut, offlineProblem, soon } from './network';
import { partOf } from './part';
import { type Opened, opener, type Route, routeOf } from './route';
import { StoreAnswers } from './store';

declare const __BUILD__: string;
declare const __FILES__: readonly string[];
declare const self: ServiceWorkerGlobalScope;

const SHELL = `shell-${__BUILD__}`;
const FILES = new Set(__FILES__);
const OPEN_MS = 2_000;
const ANSWER_MS = 3_000;

let store: Promise<StoreAnswers> | undefined;

/** An answer from the offline store; null when it has none, or cannot be opened: then the next one tries again. */
async function kept(answer: (store: StoreAnswers) => Promise<Response | null>): Promise<Response | null> {
  store ??= StoreAnswers.open(navigator.storage);
  try {
    return await answer(await store);
  } catch {
    store = undefined;
    return null;
  }
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const ask = { method: request.method, url: request.url, isNavigation: request.mode === 'navigate' };
  const answer = answerTo(routeOf(ask, self.location.origin, FILES), event);
  if (answer !== null) event.respondWith(answer);
});

/** Takes all files of this build, or none: an index page of another build means that the server changed meanwhile. */
async function install(): Promise<void> {
  const cache = await caches.open(SHELL);
  await cache.addAll(__FILES__.filter((path) => path !== '/'));
  const page = await fetch('/', { cache: 'no-cache' });
  if ((await buildOf(page.clone())) !== __BUILD__) throw new Error('the server has another build');
  await cache.put('/', withoutLinks(page));
}

/** What the server names ahead is for one place and one person; the page will open at any, for anybody. */
function withoutLinks(page: Response): Response {
  const headers = new Headers(page.headers);
  headers.delete('Link');
  return new Response(page.body, { status: page.status, headers });
}

async function activate(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith('shell-') && name !== SHELL);
  await Promise.all(others.map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

function answerTo(route: Route, event: FetchEvent): Promise<Response> | null {
  switch (route.kind) {
    case 'pass':
      return null;
    case 'shell':
      return openShell(event);
    case 'file':
      return fileOf(route.path).then((file) => file ?? fetch(event.request));
    case 'pinned':
      return pinned(route.path, event.request);
    case 'video':
      return video(route.path, event.request);
    case 'descriptor':
      return networkFirst(event.request, () => kept((own) => own.blob(route.path)));
    case 'list':
      return networkFirst(event.request, () => kept((own) => own.list(route.query)));
  }
}

async function openShell(event: FetchEvent): Promise<Response> {
  const preloaded: Promise<Response | undefined> = event.preloadResponse;
  const asked = preloaded.then((response) => response ?? fetch(event.request));
  // A browser complains of a preload that is let go of before it ended.
  event.waitUntil(asked.catch(() => undefined));
  const cache = await caches.open(SHELL);
  const isWhole = (await cache.keys()).length === FILES.size;
  const page = isWhole ? await soon(asked, OPEN_MS) : await asked;
  const opened = await openedOf(page);
  if (opened === 'other-build') event.waitUntil(self.registration.update().catch(() => undefined));
  const own = opener(opened, isWhole) === 'cache' ? await fileOf('/') : undefined;
  return own ?? page ?? asked;
}

async function openedOf(page: Response | null): Promise<Opened> {
  if (page === null) return 'silent';
  if (isOut(page)) return 'failed';
  if (!page.ok || page.redirected) return 'elsewhere';
  const build = await buildOf(page.clone());
  return build === null ? 'elsewhere' : build === __BUILD__ ? 'this-build' : 'other-build';
}

async function buildOf(page: Response): Promise<string | null> {
  return /<meta name="build" content="([0-9a-f]+)"/.exec(await page.text())?.[1] ?? null;
}

async function fileOf(path: string): Promise<Response | undefined> {
  return (await caches.open(SHELL)).match(path, { ignoreVary: true });
}

async function pinned(path: string, request: Request): Promise<Response> {
  const here = await kept((own) => own.blob(path));
  return here ?? fetch(request).catch(offlineProblem);
}

/** Players seek by asking for parts: what is kept answers those too. */
async function video(path: string, request: Request): Promise<Response> {
  const here = await kept((own) => own.blob(path));
  return here === null ? fetch(request).catch(offlineProblem) : partOf(here, request.headers.get('Range'));
}

async function networkFirst(request: Request, fromStore: () => Promise<Response | null>): Promise<Response> {
  const asked = fetch(request);
  const answer = await soon(asked, ANSWER_MS);
  if (answer !== null && !isOut(answer)) return answer;
  const here = await fromStore();
  return here ?? answer ?? asked.catch(offlineProblem);
}
