// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, test, vi } from 'vitest';
import { text } from '../ui/text';
import { loadStudy } from './loadStudy';

const answer = (status: number, body: string) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
const load = () => loadStudy('2.25.1', new AbortController().signal);
const problem = (status: number, code: string, detail: string) =>
  JSON.stringify({ type: 'about:blank', title: 'Refused', status, code, detail });

afterEach(() => vi.unstubAllGlobals());

test('a study that is not there is said in words of a ward', async () => {
  answer(404, problem(404, 'not-found', 'No such study'));
  expect(await load()).toEqual({ kind: 'gone', detail: text.studyGone });
});

test('what ails a server is not told to a reader', async () => {
  answer(500, '<html>java.lang.NullPointerException</html>');
  expect(await load()).toEqual({ kind: 'refused', detail: text.studyTrouble });
  answer(503, problem(503, 'busy', 'pool exhausted'));
  expect(await load()).toEqual({ kind: 'refused', detail: text.studyTrouble });
});

test('a refusal is told in the words that the server found for it', async () => {
  answer(403, problem(403, 'forbidden', 'Your role may not see this study.'));
  expect(await load()).toEqual({ kind: 'refused', detail: 'Your role may not see this study.' });
});

test('without a network it says so, whoever noticed', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await load()).toEqual({ kind: 'offline', detail: text.studyOffline });
  answer(503, problem(503, 'offline', ''));
  expect(await load()).toEqual({ kind: 'offline', detail: text.studyOffline });
});

test('the description of another study is never shown', async () => {
  answer(200, '{"study":"2.25.2"}');
  expect(await load()).toEqual({ kind: 'refused', detail: text.studyNotUnderstood });
});
