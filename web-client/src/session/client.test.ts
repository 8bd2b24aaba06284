// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { SessionClient, type SessionRim } from './client';

const who = (id: string | null, accounts = true) => ({
  id,
  name: id,
  role: id === null ? null : 'viewer',
  csrf: id === null ? null : `csrf of ${id}`,
  accounts,
});
const problem = (status: number, code: string) =>
  [status, { title: 'x', status, code, detail: `words of ${code}` }] as const;

/** A server that gives the answers that a test lays out, in their order; what has none is out of reach. */
class Server implements SessionRim {
  readonly asked: string[] = [];
  readonly answers: (readonly [number, unknown])[] = [];
  isSignedOut = false;
  told = 0;
  readonly fetch = async (path: string, init: RequestInit): Promise<Response> => {
    const csrf = new Headers(init.headers).get('X-CSRF-Token');
    this.asked.push(`${init.method ?? 'GET'} ${path}${csrf === null ? '' : ` ${csrf}`}`);
    const [status, body] = this.answers.shift() ?? [0, null];
    if (status === 0) throw new TypeError('no network');
    return new Response(status === 204 ? null : JSON.stringify(body), { status });
  };
  readonly wasSignedOut = () => this.isSignedOut;
  readonly keepSignedOut = (isSignedOut: boolean) => {
    this.isSignedOut = isSignedOut;
  };
  readonly tell = () => {
    this.told += 1;
  };
}

test('where nobody has an account, nobody needs to sign in', async () => {
  const server = new Server();
  server.answers.push([200, who('local', false)]);
  const session = new SessionClient(server);
  expect(session.view.phase).toBe('open');
  await session.ask();
  expect(session.view).toMatchObject({ phase: 'open', isSignedOut: false });
});

test('somebody who is not signed in must sign in, and that is remembered until it is done', async () => {
  const server = new Server();
  server.answers.push([200, who(null)]);
  const session = new SessionClient(server);
  await session.ask();
  expect(session.view.phase).toBe('needed');
  expect(server.isSignedOut).toBe(true);
  const next = new SessionClient(server);
  expect(next.view.phase).toBe('held');
  server.answers.push([200, who('user:amy')]);
  await next.ask();
  expect(next.view.phase).toBe('open');
  expect(server.isSignedOut).toBe(false);
});

test('without a network nothing is asked of anybody: what is kept here may be read', async () => {
  const server = new Server();
  server.isSignedOut = true;
  const session = new SessionClient(server);
  await session.ask();
  expect(session.view).toMatchObject({ phase: 'open', who: null, isSignedOut: true });
});

test('a wrong password is said, the right one opens, and the other tabs are told', async () => {
  const server = new Server();
  server.answers.push([200, who(null)], problem(401, 'wrong-password'), [200, who('user:amy')]);
  const session = new SessionClient(server);
  expect(await session.signIn('amy', 'wrong')).toMatchObject({ kind: 'refused', code: 'wrong-password' });
  expect(session.view.phase).toBe('needed');
  expect(await session.signIn('amy', 'right')).toMatchObject({ kind: 'ok' });
  expect(session.view.phase).toBe('open');
  expect(server.told).toBe(1);
});

test('changes carry the token, and ask for it again when it is an old one', async () => {
  const server = new Server();
  server.answers.push([200, who('user:amy')], problem(403, 'csrf-token-missing'), [200, who('user:bob')], [204, null]);
  const session = new SessionClient(server);
  expect(await session.change('DELETE', '/api/v1/x')).toMatchObject({ kind: 'ok' });
  expect(server.asked).toEqual([
    'GET /api/v1/session',
    'DELETE /api/v1/x csrf of user:amy',
    'GET /api/v1/session',
    'DELETE /api/v1/x csrf of user:bob',
  ]);
});

test('a session that ends by itself is not the same as signing out', async () => {
  const server = new Server();
  server.answers.push([200, who('user:amy')], problem(401, 'sign-in-needed'));
  const session = new SessionClient(server);
  await session.ask();
  await session.get('/api/v1/users');
  expect(session.view).toMatchObject({ phase: 'needed', hasEnded: true });
  server.answers.push([200, who('user:amy')], [204, null]);
  await session.signIn('amy', 'right');
  expect(session.view).toMatchObject({ phase: 'open', hasEnded: false, turn: 0 });
  await session.signOut();
  expect(session.view).toMatchObject({ phase: 'needed', hasEnded: false });
});

test('another person is another turn, the same one again is not', async () => {
  const server = new Server();
  const session = new SessionClient(server);
  const turns: number[] = [];
  for (const id of ['user:amy', null, 'user:amy', 'user:bob', null, 'user:amy']) {
    server.answers.push([200, who(id)]);
    await session.ask();
    turns.push(session.view.turn);
  }
  expect(turns).toEqual([0, 0, 0, 1, 1, 2]);
});

test('who cannot reach the server stays signed in, and hears so', async () => {
  const server = new Server();
  server.answers.push([200, who('user:amy')]);
  const session = new SessionClient(server);
  await session.ask();
  expect(await session.signOut()).toEqual({ kind: 'offline' });
  expect(session.view.phase).toBe('open');
});
