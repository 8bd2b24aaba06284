// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FIRST, reduceList } from './list';
import { EVERYTHING, searchPath } from './query';
import { askOver, type PageResult, Searcher } from './search';
import { connectionOf } from './useConnection';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const page = (...studies: string[]): PageResult => ({
  kind: 'page',
  isFromDevice: false,
  said: { at: 0, receivedAt: 0, isLive: true },
  page: { next: null, studies: studies.map((study) => ({ study }) as never) },
});

function searcher() {
  const asked: { path: string; signal: AbortSignal; answer: (result: PageResult) => void }[] = [];
  const answers: PageResult[] = [];
  const own = new Searcher(
    (path, signal) => new Promise((resolve) => asked.push({ path, signal, answer: resolve })),
    (result) => answers.push(result),
  );
  return { own, asked, answers };
}

test('typing asks once, when it pauses', () => {
  const { own, asked } = searcher();
  for (const path of ['/a', '/al', '/ale']) {
    own.later(path);
    vi.advanceTimersByTime(149);
  }
  expect(asked).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(asked.map(({ path }) => path)).toEqual(['/ale']);
});

test('a new question cancels the one before, and its late answer is not heard', async () => {
  const { own, asked, answers } = searcher();
  own.now('/a');
  own.now('/b');
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  asked[1]?.answer(page('2'));
  asked[0]?.answer(page('1'));
  await vi.runAllTimersAsync();
  expect(answers).toEqual([page('2')]);
});

test('the first question is the one that the server names ahead', () => {
  const java = '../../../server/src/main/java/org/wardlight/server/http/WebFiles.java';
  const source = readFileSync(new URL(java, import.meta.url), 'utf8');
  expect(source).toContain(`"${searchPath(EVERYTHING, null, new Date())}"`);
});

test('chips and dates become what the server takes', () => {
  const now = new Date(2026, 10, 25, 0, 30);
  expect(searchPath({ words: 'ål 5', kinds: ['X-ray'], date: 'week', list: 'Ward 7B' }, 'c1', now)).toBe(
    '/api/v1/studies?limit=50&q=%C3%A5l+5&modality=CR%2CDX&date=2026-11-19..&list=Ward+7B&cursor=c1',
  );
  expect(searchPath({ ...EVERYTHING, date: 'today' }, null, now)).toContain('date=2026-11-25..');
});

test('a problem is shown in the words of the server, a broken answer in ours, silence as offline', async () => {
  const { signal } = new AbortController();
  const says = (body: string, status: number) => askOver(async () => new Response(body, { status }))('/x', signal);
  const problem = '{"title":"No","status":500,"code":"internal","detail":"The server met a fault."}';
  expect(await says(problem, 500)).toEqual({ kind: 'failed', detail: 'The server met a fault.', isOffline: false });
  expect(await says('<html>', 200)).toMatchObject({ kind: 'failed', isOffline: false });
  const silent = askOver(() => Promise.reject(new TypeError('x')));
  expect(connectionOf(await silent('/x', signal))).toBe('offline');
});

test('more of a list is added without repeats, and its failure takes nothing away', () => {
  const first = reduceList(FIRST, { kind: 'answer', result: page('1', '2'), isMore: false });
  const more = reduceList(first, { kind: 'answer', result: page('2', '3'), isMore: true });
  expect(more.studies.map(({ study }) => study)).toEqual(['1', '2', '3']);
  const failed = { kind: 'failed', detail: '', isOffline: true } as const;
  expect(reduceList(more, { kind: 'answer', result: failed, isMore: true }).studies).toHaveLength(3);
  expect(reduceList(more, { kind: 'answer', result: failed, isMore: false })).toMatchObject({ phase: 'failed' });
});

test('what is shown stays while another question is under way', () => {
  const shown = reduceList(FIRST, { kind: 'answer', result: page('1'), isMore: false });
  const asking = reduceList(shown, { kind: 'ask', query: { ...EVERYTHING, words: 'x' } });
  expect(asking).toMatchObject({ phase: 'loading', query: { words: 'x' } });
  expect(asking.studies).toHaveLength(1);
});

test('a look at how studies stand changes rows that are shown, and nothing else', () => {
  const shown = reduceList(FIRST, { kind: 'answer', result: page('a', 'b'), isMore: false });
  const result = page('new', 'b');
  const grown = reduceList(shown, { kind: 'grown', result });
  expect(grown.studies.map(({ study }) => study)).toEqual(['a', 'b']);
  expect(grown.studies[1]).toBe(result.kind === 'page' ? result.page.studies[1] : null);
  expect(reduceList(shown, { kind: 'grown', result: { kind: 'failed', detail: '', isOffline: true } })).toBe(shown);
});
