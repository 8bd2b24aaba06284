// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { httpSite } from './site';

const answering = (status: number, code: string) =>
  httpSite(async () => Response.json({ title: 'x', status, code, detail: 'words' }, { status }));
const asked = (status: number, code: string) => answering(status, code).blobs([], new AbortController().signal);

test('a session that has ended makes a copy wait, not fail', async () => {
  expect(await asked(401, 'sign-in-needed')).toEqual({ kind: 'unreachable' });
  expect(await asked(403, 'csrf-token-missing')).toEqual({ kind: 'unreachable' });
});

test('what an account may not do stands with its words', async () => {
  expect(await asked(403, 'not-allowed')).toEqual({ kind: 'refused', detail: 'words' });
  expect(await asked(404, 'study-not-found')).toEqual({ kind: 'gone' });
  expect(await asked(410, 'study-deleted')).toEqual({ kind: 'gone' });
  expect(await asked(404, 'not-on-your-lists')).toEqual({ kind: 'gone' });
});
