// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { kindOf, seriesOf, studyOf } from '../testing/study';
import type { WorkerPort } from '../tiles/pixelClient';
import type { TileResult } from '../tiles/result';
import type { StoreRim } from '../tiles/store';
import type { Reply, Request } from '../tiles/worker/messages';
import { ViewerSession } from './session';

/** A worker that decodes everything at once and paints nothing. */
class QuickWorker implements WorkerPort {
  onmessage: ((event: MessageEvent<Reply>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  ended = false;

  postMessage(request: Request): void {
    queueMicrotask(() => {
      if (this.ended || request.do === 'drop') return;
      const { id } = request;
      const decoded = { byteLength: 1000, range: { min: 0, max: 100 } };
      const reply: Reply = request.do === 'decode' ? { did: 'decode', id, decoded } : { did: 'paint', id, bitmaps: [] };
      this.onmessage?.({ data: reply } as MessageEvent<Reply>);
    });
  }

  terminate(): void {
    this.ended = true;
  }
}

function world(answer: (url: string) => TileResult) {
  const fetched: string[] = [];
  const workers: QuickWorker[] = [];
  const signals: AbortSignal[] = [];
  const rim: StoreRim = {
    fetchTile: async (url, signal) => {
      fetched.push(url);
      signals.push(signal);
      return answer(url);
    },
    // Ten bytes a millisecond at the most: the link looks slow, so that previews are wanted too.
    now: () => 0,
    random: () => 0.5,
    later: () => () => undefined,
    startWorker: () => {
      const worker = new QuickWorker();
      workers.push(worker);
      return worker;
    },
  };
  return { rim, fetched, workers, signals };
}

const ready = (): TileResult => ({ kind: 'ready', bytes: new ArrayBuffer(10) });
const quiet = async () => {
  for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setTimeout(resolve));
};
const study = studyOf(seriesOf(130));

function open(answer: (url: string) => TileResult) {
  const around = world(answer);
  const session = new ViewerSession(study, around.rim);
  session.dispatch({ do: 'resize', canvas: { width: 500, height: 500 }, devicePixelRatio: 1 });
  return { ...around, session };
}

describe('an open study', () => {
  test('fetches nothing before it is shown', async () => {
    const { fetched } = open(ready);
    await quiet();
    expect(fetched).toEqual([]);
  });

  test('climbs the ladder: preview, all strips, exact, neighbours', async () => {
    const { session, fetched } = open(ready);
    session.wake();
    await quiet();
    expect(fetched[0]).toContain('/preview/');
    expect(fetched.slice(1, 4).every((url) => url.includes('/strips/'))).toBe(true);
    expect(fetched[4]).toContain('2.25.7.65/frames/1/exact');
    expect(session.snapshot.ticks.every((tick) => tick !== 'none')).toBe(true);
    expect(session.snapshot.ticks[64]).toBe('exact');
    expect(new Set(fetched).size).toBe(fetched.length);
  });

  test('fetches all that was lost with the worker again', async () => {
    const { session, fetched, workers } = open(ready);
    session.wake();
    await quiet();
    const before = fetched.length;
    workers[0]?.onerror?.({} as ErrorEvent);
    await quiet();
    expect(workers).toHaveLength(2);
    expect(fetched.length).toBeGreaterThan(before);
    expect(session.snapshot.ticks[64]).toBe('exact');
  });

  test('keeps no decoded pixel and fetches nothing while it is hidden', async () => {
    const { session, fetched, workers } = open(ready);
    session.wake();
    await quiet();
    session.sleep();
    expect(workers.every((worker) => worker.ended)).toBe(true);
    const before = fetched.length;
    session.dispatch({ do: 'scroll', by: 5 });
    await quiet();
    expect(fetched).toHaveLength(before);
    session.wake();
    await quiet();
    expect(session.snapshot.ticks[69]).toBe('exact');
  });

  test('says which image cannot be drawn and why, and shows the others', async () => {
    const broken = '2.25.7.65/frames';
    const { session } = open((url) =>
      url.includes(broken) ? { kind: 'gone', code: 'frame-unreadable', detail: 'it is cut off.' } : ready(),
    );
    session.wake();
    await quiet();
    expect(session.snapshot.failure).toBe('it is cut off.');
    session.dispatch({ do: 'scroll', by: 1 });
    expect(session.snapshot.failure).toBeNull();
    expect(session.snapshot.ticks[65]).toBe('exact');
  });

  test('says that a server in trouble cannot give the image, and draws it as soon as it can', async () => {
    const around = world((url) => (url.includes('2.25.7.65/frames') ? answer : ready()));
    let answer: TileResult = { kind: 'busy', afterMs: 0 };
    let later: (() => void)[] = [];
    let clock = 0;
    const rim: StoreRim = {
      ...around.rim,
      now: () => clock,
      later: (run) => {
        later.push(run);
        return () => {
          later = later.filter((one) => one !== run);
        };
      },
    };
    const session = new ViewerSession(study, rim);
    session.dispatch({ do: 'resize', canvas: { width: 500, height: 500 }, devicePixelRatio: 1 });
    session.wake();
    const goOn = async () => {
      await quiet();
      clock += 60_000;
      for (const run of later.splice(0)) run();
    };
    await goOn();
    expect(session.snapshot.failure).toBeNull();
    for (let turn = 0; turn < 3; turn++) await goOn();
    expect(session.snapshot.failure).toMatch(/^the server failed \d times/);
    answer = ready();
    await goOn();
    await quiet();
    expect(session.snapshot.failure).toBeNull();
    expect(session.snapshot.ticks[64]).toBe('exact');
  });

  test('says that there is no connection rather than showing nothing', async () => {
    const { session } = open(() => ({ kind: 'offline' }));
    session.wake();
    await quiet();
    expect(session.snapshot.failure).toContain('no connection');
  });

  test('makes the ticks anew only when something came or went', async () => {
    const { session } = open(ready);
    session.wake();
    await quiet();
    const { ticks, heldBytes } = session.snapshot;
    expect(heldBytes).toBeGreaterThan(0);
    session.dispatch({ do: 'window', window: { center: 50, width: 300, function: 'LINEAR' } });
    expect(session.snapshot.ticks).toBe(ticks);
  });

  test('knows when it is offline', async () => {
    const { session } = open(() => ({ kind: 'offline' }));
    session.wake();
    await quiet();
    expect(session.snapshot.isOffline).toBe(true);
  });

  test('of colour in one frame offers no window to drag and still opens', async () => {
    const around = world(ready);
    const session = new ViewerSession(studyOf(seriesOf(1, kindOf({ format: 'RGB8' }))), around.rim);
    session.wake();
    await quiet();
    expect(session.snapshot.state.tool).toBe('pan');
    expect(session.snapshot.failure).toBeNull();
  });
});
