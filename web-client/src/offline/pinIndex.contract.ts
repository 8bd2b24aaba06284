// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { newPin, type Pin } from './pin';
import type { BlobPlace, PinIndex } from './pinIndex';
import { STUDY, summary } from './testing/site';

const pin = newPin(summary(), 'pack', '2026-11-24T10:00:00Z');
const other = newPin(summary({ study: '2.25.1002' }), 'pack2', '2026-11-24T09:00:00Z');
const place = (hash: string, offset = 0): BlobPlace => ({ hash, pack: 'pack', offset, length: 10 });
const path = (name: string, hash: string) => ({ path: `/${name}`, hash, type: 'image/png' });
const same = (each: Pin): Pin => each;

/** What every index of pins does. */
export function pinIndexContract(name: string, open: () => Promise<PinIndex>): void {
  const kept = async () => {
    const index = await open();
    await index.change(STUDY, () => pin);
    await index.change(other.study, () => other);
    return index;
  };

  describe(name, () => {
    test('pins come in the order in which they were asked for', async () => {
      expect((await (await kept()).pins()).map(({ study }) => study)).toEqual([other.study, STUDY]);
    });

    test('a change sees what is there, and null changes nothing', async () => {
      const index = await kept();
      expect(await index.change(STUDY, (now) => now && { ...now, have: 3 })).toMatchObject({ have: 3 });
      expect(await index.change(STUDY, () => null)).toMatchObject({ have: 3 });
      expect(await index.change('2.25.9', () => null)).toBeNull();
    });

    test('a path leads to its bytes', async () => {
      const index = await kept();
      await index.add(STUDY, [place('aa'), place('bb', 10)], [path('x', 'bb'), path('y', 'bb')], same);
      expect(await index.find('/x')).toEqual({ place: place('bb', 10), type: 'image/png', heardAt: null });
      expect(await index.find('/y')).not.toBeNull();
      expect(await index.find('/z')).toBeNull();
      expect([...(await index.held(STUDY)).keys()].sort()).toEqual(['aa', 'bb']);
      expect((await index.held(other.study)).size).toBe(0);
    });

    test('nothing is added to what is being removed, nor found of it', async () => {
      const index = await kept();
      await index.add(STUDY, [place('aa')], [path('x', 'aa')], same);
      await index.change(STUDY, (now) => now && { ...now, state: 'removing' });
      expect(await index.add(STUDY, [place('bb')], [], same)).toBe(false);
      expect(await index.settle(STUDY, [], same)).toBe(false);
      expect(await index.find('/x')).toBeNull();
      expect((await index.held(STUDY)).size).toBe(1);
    });

    test('settling puts the new paths in the place of all the old', async () => {
      const index = await kept();
      await index.add(STUDY, [place('aa'), place('bb')], [path('x', 'aa'), path('old', 'aa')], same);
      expect(await index.settle(STUDY, [path('x', 'bb')], (now) => ({ ...now, state: 'complete' }))).toBe(true);
      expect((await index.find('/x'))?.place.hash).toBe('bb');
      expect(await index.find('/old')).toBeNull();
      expect((await index.pins())[1]?.state).toBe('complete');
    });

    test('a forgotten blob is neither held nor found', async () => {
      const index = await kept();
      await index.add(STUDY, [place('aa')], [path('x', 'aa')], same);
      await index.forget(STUDY, ['aa']);
      expect((await index.held(STUDY)).size).toBe(0);
      expect(await index.find('/x')).toBeNull();
    });

    test('a removed study leaves nothing, and the others stay', async () => {
      const index = await kept();
      await index.add(STUDY, [place('aa')], [path('x', 'aa')], same);
      await index.add(other.study, [place('aa')], [path('o', 'aa')], same);
      await index.remove(STUDY);
      expect(await index.pins()).toHaveLength(1);
      expect(await index.find('/x')).toBeNull();
      expect((await index.held(STUDY)).size).toBe(0);
      expect(await index.find('/o')).not.toBeNull();
    });

    test('a change that fails leaves everything as it was', async () => {
      const index = await kept();
      const fails = () => {
        throw new Error('no');
      };
      await expect(index.add(STUDY, [place('aa')], [path('x', 'aa')], fails)).rejects.toThrow('no');
      expect((await index.pins())[1]).toEqual(pin);
    });
  });
}
