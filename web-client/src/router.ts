// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useState } from 'preact/hooks';

/** Where in the application a path leads. */
export type Place =
  | { readonly kind: 'home' }
  | { readonly kind: 'study'; readonly study: string }
  /** A one-time link was opened. */
  | { readonly kind: 'welcome' }
  /** Where studies are added from files. */
  | { readonly kind: 'add' }
  /** What an administrator looks after; the page's name is empty for the first one. */
  | { readonly kind: 'admin'; readonly page: string };

export function placeOf(path: string): Place {
  const admin = /^\/admin(?:\/([a-z]*))?\/?$/.exec(path);
  if (admin !== null) return { kind: 'admin', page: admin[1] ?? '' };
  if (/^\/welcome\/?$/.test(path)) return { kind: 'welcome' };
  if (/^\/add\/?$/.test(path)) return { kind: 'add' };
  const study = /^\/study\/([0-9.]{1,64})\/?$/.exec(path)?.[1];
  return study === undefined ? { kind: 'home' } : { kind: 'study', study };
}

export const studyPath = (study: string): string => `/study/${study}`;
export const ADD_PATH = '/add';
export const adminPath = (page: string): string => `/admin/${page}`;

/** The secret of a one-time link, taken out of the address bar at once; null at any other place. */
export function takeSecret(location: Location, history: History): string | null {
  if (placeOf(location.pathname).kind !== 'welcome' || location.hash.length < 2) return null;
  const secret = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  return secret;
}

/** Whether a click is for this page, rather than for a new tab or window. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** The present place, and how to go to another. */
export function usePlace(): readonly [Place, (path: string) => void] {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const moved = () => setPath(location.pathname);
    addEventListener('popstate', moved);
    return () => removeEventListener('popstate', moved);
  }, []);
  const go = useCallback((to: string) => {
    history.pushState(null, '', to);
    setPath(to);
  }, []);
  return [placeOf(path), go];
}
