// SPDX-License-Identifier: Apache-2.0

/** What a request asks for, so who answers it. */
export type Route =
  /** The browser, as if there were no service worker. */
  | { readonly kind: 'pass' }
  /** A place in the application: the index page. */
  | { readonly kind: 'shell' }
  /** A file of this build, from its own cache. */
  | { readonly kind: 'file'; readonly path: string }
  /** What never changes at its address: from the offline store when it is there. */
  | { readonly kind: 'pinned'; readonly path: string }
  /** The same for a player, which asks for parts. */
  | { readonly kind: 'video'; readonly path: string }
  /** What may have changed: from the network, from the offline store when that does not answer. */
  | { readonly kind: 'descriptor'; readonly path: string }
  | { readonly kind: 'list'; readonly query: URLSearchParams };

export interface Ask {
  readonly method: string;
  readonly url: string;
  readonly isNavigation: boolean;
}

const SERVER = /^\/(api|sync|dicom-web|healthz|readyz|metrics)(\/|$)/;
const TILE =
  /^\/api\/v1\/(instances\/[0-9.]+\/frames\/\d+\/(preview|exact|layers)\/|series\/[0-9.]+\/strips\/|presentations\/[0-9.]+$)/;
const VIDEO = /^\/api\/v1\/instances\/[0-9.]+\/video$/;
const DOCUMENT = /^\/api\/v1\/instances\/[0-9.]+\/document$/;

/** Pure: the routes of the service worker, given its origin and the files of its build. */
export function routeOf(ask: Ask, origin: string, files: ReadonlySet<string>): Route {
  const url = new URL(ask.url);
  if (ask.method !== 'GET' || url.origin !== origin) return { kind: 'pass' };
  const path = url.pathname;
  if (ask.isNavigation) {
    const isPlace = !SERVER.test(path) && !path.slice(path.lastIndexOf('/')).includes('.');
    return isPlace || path.startsWith('/study/') ? { kind: 'shell' } : { kind: 'pass' };
  }
  if (path !== '/' && files.has(path)) return { kind: 'file', path };
  if (VIDEO.test(path)) return { kind: 'video', path: path + url.search };
  if (TILE.test(path) || DOCUMENT.test(path)) return { kind: 'pinned', path: path + url.search };
  if (path === '/api/v1/studies') return { kind: 'list', query: url.searchParams };
  return /^\/api\/v1\/studies\/[0-9.]+$/.test(path) ? { kind: 'descriptor', path } : { kind: 'pass' };
}

/** What the network had to say when the application was opened. */
export type Opened = 'silent' | 'failed' | 'elsewhere' | 'this-build' | 'other-build';

/**
 * Who opens the application. A build's page is served only with that build's files, so after an update of the server the old
 * build opens, whole, until the new one is whole too; a redirect or a refusal (sign-in) always passes.
 */
export function opener(opened: Opened, isCacheWhole: boolean): 'network' | 'cache' {
  if (!isCacheWhole || opened === 'elsewhere') return 'network';
  return 'cache';
}
