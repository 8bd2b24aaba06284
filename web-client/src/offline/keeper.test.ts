// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { Keeper, type KeeperRim } from './keeper';
import { MemoryPacks } from './memoryPacks';
import { MemoryPinIndex } from './memoryPinIndex';
import { newPin } from './pin';
import type { Progress } from './progress';
import { noise, STUDY, sha256, summary, TestSite } from './testing/site';

/** A device: what is stored outlives its keepers. */
class Device {
  readonly index = new MemoryPinIndex();
  readonly packs = new MemoryPacks();
  readonly told: Progress[] = [];
  readonly waits: number[] = [];
  freeBytes = 1e9;

  readonly site: TestSite;

  constructor(site: TestSite) {
    this.site = site;
  }

  async pin(): Promise<void> {
    await this.index.change(STUDY, () => newPin(summary(), 'pack', '2026-11-24T10:00:00Z'));
  }

  async state() {
    return (await this.index.pins())[0];
  }

  /** Runs a new keeper until it has nothing to do, or has waited for the link `most` times. */
  async run(most = 200, rim: Partial<KeeperRim> = {}): Promise<Keeper> {
    const end = new AbortController();
    let waits = 0;
    const keeper = new Keeper({
      index: this.index,
      packs: this.packs,
      site: this.site,
      room: async () => ({ usedBytes: 0, freeBytes: this.freeBytes }),
      now: () => new Date('2026-11-24T12:00:00Z'),
      random: () => 0.5,
      report: (progress) => this.told.push(progress),
      changed: () => undefined,
      fault: (cause) => {
        throw cause;
      },
      sleep: async (ms) => {
        if (Number.isFinite(ms)) this.waits.push(ms);
        waits += 1;
        if (!Number.isFinite(ms) || waits >= most) end.abort();
      },
      ...rim,
    });
    await keeper.run(end.signal);
    return keeper;
  }
}

async function hashAt(device: Device, path: string): Promise<string | null> {
  const found = await device.index.find(path);
  const blob = found && (await device.packs.slice(found.place.pack, found.place.offset, found.place.length));
  return blob && sha256(new Uint8Array(await blob.arrayBuffer()));
}

const TILE_2 = '/api/v1/instances/2.25.1001.1.2/frames/1/exact/0/0/0?v=a';

test('a pinned study becomes complete, and its tiles are what the site has', async () => {
  const device = new Device(new TestSite());
  await device.pin();
  await device.run();
  expect(await device.state()).toMatchObject({ state: 'complete', version: 'v1', have: 4, of: 4, problem: null });
  expect(await hashAt(device, TILE_2)).toBe(sha256(noise(200_000, 2)));
  expect(device.told.at(-1)?.haveBytes).toBe(device.site.totalBytes);
});

test('over a link that breaks all the time nothing is fetched twice but what a part had begun', async () => {
  const site = new TestSite([300_000, 300_000]);
  site.breakAfter = 100_000;
  const device = new Device(site);
  await device.pin();
  await device.run();
  expect((await device.state())?.state).toBe('complete');
  expect(site.sentBytes).toBeLessThan(site.totalBytes * 2);
  expect(site.asked.some(({ offset }) => offset > 0)).toBe(true);
});

test('it waits longer and longer while nobody answers, and says so', async () => {
  const device = new Device(new TestSite());
  device.site.isDown = true;
  await device.pin();
  await device.run(8);
  expect(device.waits).toEqual([750, 1500, 3000, 6000, 12000, 24000, 45000, 45000]);
  expect(device.told.at(-1)?.phase).toBe('waiting');
  expect((await device.state())?.state).toBe('wanted');
});

test('a killed keeper leaves what it had committed, and the next one goes on there', async () => {
  const site = new TestSite([1_100_000, 1_100_000, 1_100_000]);
  const device = new Device(site);
  await device.pin();
  site.breakAfter = 1_500_000;
  await device.run(1);
  await device.packs.append('pack', noise(999, 5));
  expect(await device.state()).toMatchObject({ state: 'wanted', have: 2 });
  const sent = site.sentBytes;
  site.breakAfter = Number.POSITIVE_INFINITY;
  await device.run();
  expect((await device.state())?.state).toBe('complete');
  expect(site.sentBytes - sent).toBeLessThan(2_210_000);
  expect(await device.packs.size('pack')).toBe(site.totalBytes);
});

test('a study is refused in words when there is no room for it', async () => {
  const device = new Device(new TestSite());
  device.freeBytes = 1000;
  await device.pin();
  await device.run();
  expect(await device.state()).toMatchObject({
    state: 'wanted',
    problem: { code: 'no-room', needBytes: device.site.totalBytes, freeBytes: 1000 },
  });
  expect(device.site.asked).toEqual([]);
});

test('a damaged blob is never kept, and after three times it stands', async () => {
  const device = new Device(new TestSite());
  device.site.damaged = device.site.hashes[2] ?? '';
  await device.pin();
  await device.run();
  expect((await device.state())?.problem).toEqual({ code: 'damaged' });
  expect([...(await device.index.held(STUDY)).keys()]).not.toContain(device.site.damaged);
});

test('a removed study leaves neither rows nor bytes', async () => {
  const device = new Device(new TestSite());
  await device.pin();
  await device.run();
  await device.index.change(STUDY, (pin) => pin && { ...pin, state: 'removing' });
  await device.run();
  expect(await device.index.pins()).toEqual([]);
  expect(await device.packs.size('pack')).toBe(0);
});

test('a study that the site removed goes from the device', async () => {
  const device = new Device(new TestSite());
  await device.pin();
  const keeper = await device.run();
  device.site.isGone = true;
  await keeper.freshen(new AbortController().signal);
  await device.run();
  expect(await device.index.pins()).toEqual([]);
});

test('an amended study stays readable as it was until the new version is whole', async () => {
  const device = new Device(new TestSite());
  await device.pin();
  const keeper = await device.run();
  device.site.version1 = 'v2';
  device.site.describe('CT Thorax, amended');
  await keeper.freshen(new AbortController().signal);
  device.site.isDown = true;
  await device.run(1);
  expect(await device.state()).toMatchObject({ state: 'wanted', version: 'v1' });
  expect(await hashAt(device, TILE_2)).toBe(sha256(noise(200_000, 2)));
  device.site.isDown = false;
  await device.run();
  const state = await device.state();
  expect(state).toMatchObject({ state: 'complete', version: 'v2' });
  expect(state?.summary.description).toBe('CT Thorax, amended');
});

test('ready is taken back when bytes are gone, and they are fetched again', async () => {
  const device = new Device(new TestSite());
  await device.pin();
  const keeper = await device.run();
  await device.packs.cut('pack', 5000);
  await keeper.recheck();
  expect((await device.state())?.state).toBe('wanted');
  await device.run();
  expect(await device.state()).toMatchObject({ state: 'complete', have: 4 });
  expect(await hashAt(device, TILE_2)).toBe(sha256(noise(200_000, 2)));
});

test('a full disk is said, not retried for ever', async () => {
  const device = new Device(new TestSite());
  await device.pin();
  device.packs.append = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  await device.run();
  expect((await device.state())?.problem).toMatchObject({ code: 'no-room' });
});

test('what has ended by its date is removed, and a clock that is set back prolongs nothing', async () => {
  const until = '2026-11-24T11:59:00Z';
  for (const now of ['2026-11-24T12:00:00Z', '2026-11-24T09:00:00Z']) {
    const device = new Device(new TestSite());
    await device.pin();
    await device.run();
    await device.index.change(STUDY, (pin) => pin && { ...pin, until });
    await device.run(200, { now: () => new Date(now) });
    expect(await device.state()).toBeUndefined();
    expect(await device.packs.size('pack')).toBe(0);
  }
});

test('what has not ended stays, and the keeper looks again when it does', async () => {
  const device = new Device(new TestSite());
  await device.pin();
  await device.index.change(STUDY, (pin) => pin && { ...pin, until: '2026-11-24T12:30:00Z' });
  await device.run(1);
  expect((await device.state())?.state).toBe('complete');
  expect(device.waits).toEqual([30 * 60_000]);
});
