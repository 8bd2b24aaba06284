// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { withCsrf } from './csrf';

const session = (csrf: string) => ({ id: 'user:amy', name: 'Amy', role: 'viewer', csrf, accounts: true });

/** Knows one token at a time; a change with another is refused. */
function siteOf(state: { csrf: string; isSignedIn: boolean }) {
  const asked: string[] = [];
  const fetch = withCsrf(async (path, init) => {
    const sent = new Headers(init.headers).get('X-CSRF-Token');
    asked.push(`${init.method ?? 'GET'} ${path} ${sent ?? '-'}`);
    if (path === '/api/v1/session') return Response.json(session(state.csrf));
    if (!state.isSignedIn) return new Response('{}', { status: 401 });
    return new Response('{}', { status: init.method === 'POST' && sent !== state.csrf ? 403 : 200 });
  });
  return { asked, fetch };
}

test('the token is asked for once, by the first change', async () => {
  const { asked, fetch } = siteOf({ csrf: 'a', isSignedIn: true });
  await fetch('/x', {});
  await fetch('/x', { method: 'POST', body: '1' });
  await fetch('/x', { method: 'POST', body: '2' });
  expect(asked).toEqual(['GET /x -', 'GET /api/v1/session -', 'POST /x a', 'POST /x a']);
});

test('when somebody else signs in, the change goes out again with the new token', async () => {
  const state = { csrf: 'a', isSignedIn: true };
  const { asked, fetch } = siteOf(state);
  await fetch('/x', { method: 'POST' });
  state.csrf = 'b';
  expect((await fetch('/x', { method: 'POST' })).status).toBe(200);
  expect(asked.slice(-3)).toEqual(['POST /x a', 'GET /api/v1/session -', 'POST /x b']);
});

test('where nobody is signed in, the refusal is the answer, and the next try asks anew', async () => {
  const state = { csrf: 'a', isSignedIn: false };
  const { fetch } = siteOf(state);
  expect((await fetch('/x', { method: 'POST' })).status).toBe(401);
  state.isSignedIn = true;
  state.csrf = 'b';
  expect((await fetch('/x', { method: 'POST' })).status).toBe(200);
});
