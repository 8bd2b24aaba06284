// SPDX-License-Identifier: Apache-2.0
import { placeOf } from './router';

/**
 * Asks for the descriptor of a study that the page was opened at, before the viewer that will want it is here. The browser
 * hands the answer to the viewer's own fetch of that address (same mode, same credentials). The server's Link header asks
 * even earlier; this is for a page that came out of the service worker, and asks nothing twice.
 */
export function preloadDescriptor(document: Document): void {
  const place = placeOf(document.location.pathname);
  if (place.kind !== 'study') {
    return;
  }
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'fetch';
  link.crossOrigin = 'anonymous';
  link.href = `/api/v1/studies/${place.study}`;
  document.head.append(link);
}
