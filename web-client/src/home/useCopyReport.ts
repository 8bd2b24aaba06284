// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';
import { type OfflineView, readinessOf } from '../offline/view';
import type { SessionClient } from '../session/client';
import { deviceName } from './deviceName';

const KEY = 'wardlight.copy';
const SETTLE_MS = 3_000;

/** Tells the server what this browser keeps, a moment after that has changed, so that whoever plans the round sees it. */
export function useCopyReport(session: SessionClient, view: OfflineView, isOn: boolean): void {
  const studies = [...(view.pins?.values() ?? [])]
    .filter((pin) => pin.state !== 'removing')
    .map(({ study, until }) => ({
      study,
      ready: readinessOf(view, study).state === 'complete',
      until: until ?? null,
    }));
  const told = JSON.stringify(studies);
  const hasPins = view.pins !== null;
  useEffect(() => {
    const before = localStorage.getItem(KEY);
    // A browser that never kept anything says nothing.
    if (!isOn || !hasPins || (told === '[]' && before === null)) return;
    const id = before ?? crypto.randomUUID();
    localStorage.setItem(KEY, id);
    const body = { name: deviceName(navigator.userAgent), studies: JSON.parse(told) as unknown };
    const timer = setTimeout(() => void session.change('PUT', `/api/v1/copies/${id}`, body), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [session, isOn, hasPins, told]);
}
