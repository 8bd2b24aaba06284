// SPDX-License-Identifier: Apache-2.0
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { KeptMark, MarkResult, MarkShape } from '../../contract/keptMarks';
import { Desk } from '../desk';
import type { Mark } from '../mark';
import { IdbJournal } from './idbJournal';
import { type Journal, MemoryJournal } from './journal';
import { MarkKeeper } from './keeper';
import { shapeOf } from './shape';
import type { MarkSite, SentChange } from './site';

const mark = (id: string, x: number): Mark => ({
  id,
  kind: 'length',
  place: { instance: '2.25.1', frame: 1 },
  points: [
    { x: 0, y: 0 },
    { x, y: 0 },
  ],
  text: '',
});

/** A server as its contract says, that can be away, refuse, or lose its answer. */
class Site implements MarkSite {
  readonly marks_ = new Map<string, KeptMark>();
  readonly changes = new Map<string, string>();
  sent = 0;
  isAway = false;
  refuses = '';
  losesAnswer = false;
  person: string | null = 'user:a';

  async who() {
    if (this.isAway) return { kind: 'offline' } as const;
    const value = { id: this.person, name: this.person, role: 'editor', csrf: 'token', accounts: true } as const;
    return { kind: 'ok', value } as const;
  }

  async marks() {
    const value = [...this.marks_.values()].filter(({ shape }) => shape !== null);
    return this.isAway ? ({ kind: 'offline' } as const) : ({ kind: 'ok', value } as const);
  }

  put(id: string, shape: MarkShape | null, by = 'Dr B') {
    const version = (this.marks_.get(id)?.version ?? 0) + 1;
    this.marks_.set(id, { id, version, shape, author: 'user:b', by, at: '2026-11-25T12:00:00Z' });
  }

  async send(_study: string, changes: readonly SentChange[]) {
    if (this.isAway) return { kind: 'offline' } as const;
    if (this.refuses !== '') return { kind: 'refused', detail: this.refuses } as const;
    const value = changes.map((change): MarkResult => {
      const now = this.marks_.get(change.id);
      if (!this.changes.has(change.change)) {
        if ((now?.version ?? 0) !== change.base) {
          return { change: change.change, outcome: 'changed', mark: now ?? null };
        }
        this.sent++;
        this.changes.set(change.change, change.id);
        this.put(change.id, change.shape, 'Dr A');
      }
      return { change: change.change, outcome: 'kept', mark: this.marks_.get(change.id) ?? null };
    });
    return this.losesAnswer ? ({ kind: 'offline' } as const) : ({ kind: 'ok', value } as const);
  }
}

const quiet = async () => {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setTimeout(resolve));
};

function open(site: Site, journal: Journal) {
  const desk = new Desk(() => 'unused');
  const due: (() => void)[] = [];
  const keeper = new MarkKeeper('2.25.7', desk, journal, site, {
    newId: () => crypto.randomUUID(),
    later: (run) => {
      due.push(run);
      return () => void due.splice(due.indexOf(run) >>> 0, 1);
    },
  });
  const settle = async () => {
    await quiet();
    for (const run of due.splice(0)) run();
    await quiet();
  };
  const states = () => Object.fromEntries([...desk.view.keeping].map(([id, { state }]) => [id, state]));
  const shown = () => [...desk.view.marks.all.values()].map(({ points }) => points[1]?.x);
  return { desk, keeper, settle, states, shown };
}

async function opened(site: Site, journal: Journal) {
  const page = open(site, journal);
  await page.keeper.open();
  return page;
}

describe.each([
  ['memory', async () => new MemoryJournal()],
  ['IndexedDB', () => IdbJournal.open(new IDBFactory())],
] as const)('marks with a journal in %s', (_, journalOf) => {
  test('are a draft at once, then sent; a mark that is dragged about is one change', async () => {
    const site = new Site();
    const page = await opened(site, await journalOf());
    for (const x of [5, 6, 7]) page.desk.run({ do: 'put', mark: mark('a', x) });
    expect(page.states()).toEqual({ a: 'draft' });
    await page.settle();
    expect(page.states()).toEqual({ a: 'sent' });
    expect([site.sent, site.marks_.get('a')?.shape]).toEqual([1, shapeOf(mark('a', 7))]);
  });

  test('outlast the page while there is no network, and are sent when it is back', async () => {
    const site = new Site();
    const journal = await journalOf();
    site.isAway = true;
    const before = await opened(site, journal);
    before.desk.run({ do: 'put', mark: mark('a', 5) });
    await before.settle();
    before.keeper.close();
    const after = await opened(site, journal);
    expect([after.shown(), after.states()]).toEqual([[5], { a: 'draft' }]);
    site.isAway = false;
    await after.keeper.look();
    expect(after.states()).toEqual({ a: 'sent' });
    expect(site.sent).toBe(1);
  });

  test('whose answer was lost are sent again and kept once, and later changes build on them', async () => {
    const site = new Site();
    const page = await opened(site, await journalOf());
    site.losesAnswer = true;
    page.desk.run({ do: 'put', mark: mark('a', 5) });
    await page.settle();
    page.desk.run({ do: 'put', mark: mark('a', 9) });
    site.losesAnswer = false;
    await page.settle();
    expect(page.states()).toEqual({ a: 'sent' });
    expect([site.sent, site.marks_.get('a')?.version]).toEqual([2, 2]);
    expect(page.shown()).toEqual([9]);
  });

  test('that others made, changed or deleted are shown, and kept for when there is no network', async () => {
    const site = new Site();
    const journal = await journalOf();
    site.put('b', shapeOf(mark('b', 3)));
    const page = await opened(site, journal);
    expect(page.shown()).toEqual([3]);
    expect(page.desk.view.keeping.get('b')?.by).toBe('Dr B');
    site.put('b', shapeOf(mark('b', 4)));
    await page.keeper.look();
    expect(page.shown()).toEqual([4]);
    page.keeper.close();
    site.isAway = true;
    expect((await opened(site, journal)).shown()).toEqual([4]);
    site.isAway = false;
    site.put('b', null);
    const later = await opened(site, journal);
    expect(later.shown()).toEqual([]);
  });

  test('that two people changed are both there: nothing is merged, nothing is lost', async () => {
    const site = new Site();
    const page = await opened(site, await journalOf());
    page.desk.run({ do: 'put', mark: mark('a', 5) });
    await page.settle();
    page.desk.run({ do: 'put', mark: mark('a', 9) });
    site.put('a', shapeOf(mark('a', 7)));
    await page.settle();
    await page.settle();
    expect(page.shown().sort()).toEqual([7, 9]);
    expect(new Set(Object.values(page.states()))).toEqual(new Set(['sent']));
  });

  test('that are deleted before they were sent are not sent', async () => {
    const site = new Site();
    const page = await opened(site, await journalOf());
    page.desk.run({ do: 'put', mark: mark('a', 5) });
    page.desk.run({ do: 'delete', id: 'a' });
    await page.settle();
    expect([site.sent, page.states()]).toEqual([0, {}]);
  });

  test('that the server refuses say why, and are not sent for ever', async () => {
    const site = new Site();
    const page = await opened(site, await journalOf());
    site.refuses = 'Your account may not do this.';
    page.desk.run({ do: 'put', mark: mark('a', 5) });
    await page.settle();
    expect(page.desk.view.keeping.get('a')).toMatchObject({ state: 'failed', reason: 'Your account may not do this.' });
    expect(page.shown()).toEqual([5]);
  });

  test('of one person are not sent in the name of another', async () => {
    const site = new Site();
    const journal = await journalOf();
    const page = await opened(site, journal);
    page.desk.run({ do: 'put', mark: mark('a', 5) });
    await page.settle();
    site.isAway = true;
    page.desk.run({ do: 'put', mark: mark('b', 6) });
    await page.settle();
    page.keeper.close();
    site.isAway = false;
    site.person = 'user:z';
    const other = await opened(site, journal);
    expect(other.states()).toEqual({ a: 'sent', b: 'failed' });
    site.person = 'user:a';
    await other.keeper.look();
    expect(other.states()).toEqual({ a: 'sent', b: 'sent' });
  });
});
