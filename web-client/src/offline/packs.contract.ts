// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import type { Packs } from './packs';

const bytes = (...values: number[]) => Uint8Array.from(values);

async function read(packs: Packs, offset: number, length: number): Promise<number[] | null> {
  const blob = await packs.slice('a', offset, length);
  return blob && [...new Uint8Array(await blob.arrayBuffer())];
}

/** What every store of packs does. */
export function packsContract(name: string, open: () => Promise<Packs>): void {
  describe(name, () => {
    test('what is appended lies behind what is there', async () => {
      const packs = await open();
      expect(await packs.append('a', bytes(1, 2, 3))).toBe(0);
      expect(await packs.append('a', bytes(4, 5))).toBe(3);
      await packs.commit('a');
      expect(await packs.size('a')).toBe(5);
      expect(await read(packs, 0, 3)).toEqual([1, 2, 3]);
      expect(await read(packs, 3, 2)).toEqual([4, 5]);
      expect(await read(packs, 1, 1)).toEqual([2]);
    });

    test('bytes that are not all there are not there', async () => {
      const packs = await open();
      await packs.append('a', bytes(1, 2, 3));
      await packs.commit('a');
      expect(await read(packs, 2, 2)).toBeNull();
      expect(await packs.slice('unknown', 0, 1)).toBeNull();
      expect(await packs.size('unknown')).toBe(0);
    });

    test('a cut drops what lies behind, and appending goes on there', async () => {
      const packs = await open();
      await packs.append('a', bytes(1, 2, 3));
      await packs.append('a', bytes(4, 5));
      await packs.cut('a', 3);
      expect(await packs.size('a')).toBe(3);
      expect(await packs.append('a', bytes(6))).toBe(3);
      expect(await read(packs, 3, 1)).toEqual([6]);
      await packs.cut('a', 1);
      expect(await packs.size('a')).toBe(1);
    });

    test('packs do not know of each other, and a removed one is gone', async () => {
      const packs = await open();
      await packs.append('a', bytes(1));
      await packs.append('ab', bytes(2, 2));
      await packs.remove('a');
      await packs.remove('never there');
      expect([await packs.size('a'), await packs.size('ab')]).toEqual([0, 2]);
    });

    test('what is appended is a copy', async () => {
      const packs = await open();
      const mine = bytes(1, 2);
      await packs.append('a', mine);
      mine[0] = 9;
      expect(await read(packs, 0, 2)).toEqual([1, 2]);
    });
  });
}
