// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { PixelClient, WorkerLost, type WorkerPort } from './pixelClient';
import type { Reply, Request } from './worker/messages';

const spec = { as: 'exact', size: { width: 1, height: 1 }, format: 'GREY16' } as const;

class FakeWorker implements WorkerPort {
  onmessage: ((event: MessageEvent<Reply>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly asked: Request[] = [];
  ended = false;

  postMessage(request: Request): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.ended = true;
  }

  reply(reply: Reply): void {
    this.onmessage?.({ data: reply } as MessageEvent<Reply>);
  }

  break(): void {
    this.onerror?.({} as ErrorEvent);
  }
}

function world() {
  const workers: FakeWorker[] = [];
  let losses = 0;
  const client = new PixelClient(
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    () => losses++,
  );
  return { client, workers, losses: () => losses };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const decoded = (id: number): Reply => ({ did: 'decode', id, decoded: { byteLength: 2, range: null } });

describe('the pixel worker', () => {
  test('decodes one at a time, so that drawing never waits for more than one', async () => {
    const { client, workers } = world();
    const first = client.decode('a', new ArrayBuffer(1), spec);
    const second = client.decode('b', new ArrayBuffer(1), spec);
    await settled();
    const [worker] = workers;
    expect(worker?.asked.map((request) => request.do)).toEqual(['decode']);
    void client.paint([]);
    expect(worker?.asked.map((request) => request.do)).toEqual(['decode', 'paint']);
    worker?.reply(decoded(1));
    expect(await first).toEqual({ byteLength: 2, range: null });
    await settled();
    worker?.reply(decoded((worker.asked.at(-1) as Extract<Request, { id: number }>).id));
    await second;
  });

  test('says why bytes are no picture', async () => {
    const { client, workers } = world();
    const one = client.decode('a', new ArrayBuffer(1), spec);
    await settled();
    workers[0]?.reply({ did: 'fail', id: 1, reason: 'the tile is damaged' });
    await expect(one).rejects.toThrow('the tile is damaged');
  });

  test('that is lost is told to whoever waits, and replaced at the next request', async () => {
    const { client, workers, losses } = world();
    const one = client.decode('a', new ArrayBuffer(1), spec);
    await settled();
    workers[0]?.break();
    await expect(one).rejects.toBeInstanceOf(WorkerLost);
    expect(losses()).toBe(1);
    expect(workers[0]?.ended).toBe(true);
    const again = client.decode('a', new ArrayBuffer(1), spec);
    await settled();
    workers[1]?.reply(decoded(2));
    expect(await again).toEqual({ byteLength: 2, range: null });
  });

  test('that never runs is given up, so that nothing is fetched for it for ever', async () => {
    const { client, workers } = world();
    for (let time = 0; time < 3; time++) {
      const one = client.decode('a', new ArrayBuffer(1), spec);
      await settled();
      workers.at(-1)?.break();
      await expect(one).rejects.toBeInstanceOf(WorkerLost);
    }
    await expect(client.decode('a', new ArrayBuffer(1), spec)).rejects.toThrow('does not run in this browser');
    expect(workers).toHaveLength(3);
  });

  test('that is released ends, and what waited knows', async () => {
    const { client, workers, losses } = world();
    const one = client.paint([]);
    client.release();
    await expect(one).rejects.toBeInstanceOf(WorkerLost);
    expect(workers[0]?.ended).toBe(true);
    expect(losses()).toBe(0);
  });
});
