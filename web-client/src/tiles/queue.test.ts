// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { type QueueEvents, TileQueue } from './queue';
import type { TileResult } from './result';
import type { Urgency, Want } from './wanted';

const want = (name: string, urgency: Urgency = 'later'): Want => ({
  urgency,
  target: { rendition: 'strip', url: name, series: 0, sheet: 0, size: { width: 1, height: 1 } },
});

/** A network and a clock that do what a test says. */
function world() {
  const open = new Map<string, { signal: AbortSignal; end: (result: TileResult) => void }>();
  const started: string[] = [];
  const heard: string[] = [];
  let clock = 0;
  let timers: { at: number; run: () => void }[] = [];
  const events: QueueEvents = {
    ready: (one) => heard.push(`ready ${one.target.url}`),
    gone: (one, code) => heard.push(`gone ${one.target.url} ${code}`),
    offline: (isOffline) => heard.push(isOffline ? 'offline' : 'online'),
    troubled: (one, tries) => heard.push(`troubled ${tries} ${one.target.url}`),
  };
  const queue = new TileQueue(
    {
      fetchTile: (url, signal) => {
        started.push(url);
        return new Promise((end) => open.set(url, { signal, end }));
      },
      now: () => clock,
      random: () => 1,
      later: (run, ms) => {
        const timer = { at: clock + ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
    },
    events,
  );
  const end = async (url: string, result: TileResult) => {
    open.get(url)?.end(result);
    await Promise.resolve();
    await Promise.resolve();
  };
  const pass = (ms: number) => {
    clock += ms;
    const due = timers.filter((timer) => timer.at <= clock);
    timers = timers.filter((timer) => timer.at > clock);
    for (const timer of due) timer.run();
  };
  const isAborted = (url: string) => open.get(url)?.signal.aborted;
  return { queue, started, heard, end, pass, isAborted };
}

const ready: TileResult = { kind: 'ready', bytes: new ArrayBuffer(1) };

describe('the queue', () => {
  test('gives the whole link to the first picture, two requests at most', async () => {
    const { queue, started, end } = world();
    queue.want([want('a', 'seen'), want('b', 'seen'), want('c', 'seen'), want('d'), want('e')]);
    expect(started).toEqual(['a', 'b']);
    await end('a', ready);
    expect(started).toEqual(['a', 'b', 'c']);
    queue.pictureIsUp();
    expect(started).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('fetches in the order of what is wanted, four at a time', async () => {
    const { queue, started, end } = world();
    queue.pictureIsUp();
    queue.want(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => want(name)));
    expect(started).toEqual(['a', 'b', 'c', 'd']);
    await end('c', ready);
    expect(started.at(-1)).toBe('e');
  });

  test('cancels what is no longer wanted and hears nothing of it', async () => {
    const { queue, heard, end, isAborted } = world();
    queue.want([want('a'), want('b')]);
    queue.want([want('b')]);
    expect(isAborted('a')).toBe(true);
    expect(isAborted('b')).toBe(false);
    await end('a', ready);
    expect(heard).toEqual([]);
  });

  test('takes the place of the least useful request for what is seen', () => {
    const { queue, started, isAborted } = world();
    queue.pictureIsUp();
    const far = ['a', 'b', 'c', 'd'].map((name) => want(name));
    queue.want(far);
    queue.want([want('now', 'seen'), ...far]);
    expect(started.at(-1)).toBe('now');
    expect(['a', 'b', 'c', 'd'].map(isAborted)).toEqual([false, false, false, true]);
  });

  test('tries again later and later while the network is away, and at once when it is back', async () => {
    const { queue, started, heard, end, pass } = world();
    queue.want([want('a')]);
    await end('a', { kind: 'offline' });
    pass(499);
    expect(started).toHaveLength(1);
    pass(1);
    expect(started).toHaveLength(2);
    await end('a', { kind: 'offline' });
    pass(999);
    expect(started).toHaveLength(2);
    queue.retryNow();
    expect(started).toHaveLength(3);
    await end('a', ready);
    expect(heard).toEqual(['offline', 'offline', 'online', 'ready a']);
  });

  test('waits as long as a busy server asks', async () => {
    const { queue, started, end, pass } = world();
    queue.want([want('a')]);
    await end('a', { kind: 'busy', afterMs: 7000 });
    pass(6999);
    expect(started).toHaveLength(1);
    pass(1);
    expect(started).toHaveLength(2);
  });

  test('tells of trouble from the third failure in a row, and goes on asking', async () => {
    const { queue, started, heard, end, pass } = world();
    queue.want([want('a')]);
    for (let failure = 1; failure <= 4; failure++) {
      await end('a', { kind: 'busy', afterMs: 0 });
      pass(30_000);
    }
    expect(heard).toEqual(['troubled 3 a', 'troubled 4 a']);
    expect(started).toHaveLength(5);
  });

  test('asks only once for what is gone', async () => {
    const { queue, started, heard, end, pass } = world();
    queue.want([want('a')]);
    await end('a', { kind: 'gone', code: 'frame-unreadable', detail: '' });
    pass(100_000);
    expect(started).toEqual(['a']);
    expect(heard).toEqual(['gone a frame-unreadable']);
  });

  test('does not hold up the rest for a first picture that cannot come', async () => {
    const { queue, started, end } = world();
    queue.want([want('a', 'seen'), want('strip')]);
    await end('a', { kind: 'busy', afterMs: 0 });
    expect(started).toEqual(['a', 'strip']);
  });

  test('stops everything at once', () => {
    const { queue, isAborted } = world();
    queue.want([want('a'), want('b')]);
    queue.stop();
    expect([isAborted('a'), isAborted('b'), queue.inFlight]).toEqual([true, true, 0]);
  });
});
