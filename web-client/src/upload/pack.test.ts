// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { crc32 } from './crc32';
import { grouped } from './grouping';
import { Pack } from './pack';
import { type Chosen, keyOf } from './source';

const bytesOf = (words: string) => new TextEncoder().encode(words);
const chosen = (path: string, words: string): Chosen => ({
  path,
  file: new File([words], path, { lastModified: 1 }),
});

const FILES = [chosen('CT/im1', 'first'), chosen('CT/Größe', 'second file'), chosen('CT/im3', 'x')];

test('the CRC-32 is that of the published check value', () => {
  expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
  expect(crc32(bytesOf('6789'), crc32(bytesOf('12345')))).toBe(0xcbf43926);
});

test('an archive has each file with its name, size and check, and a directory that finds it', async () => {
  const pack = new Pack('3 files', FILES);
  const all = await pack.read(0, pack.size);
  const view = new DataView(all.buffer);
  const end = all.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  expect(view.getUint16(end + 10, true)).toBe(3);
  let at = view.getUint32(end + 16, true);
  for (const { path, file } of FILES) {
    const name = bytesOf(path);
    expect(view.getUint32(at, true)).toBe(0x02014b50);
    const local = view.getUint32(at + 42, true);
    const data = local + 30 + name.length;
    expect(view.getUint32(local, true)).toBe(0x04034b50);
    expect(all.slice(local + 30, data)).toEqual(name);
    const content = all.slice(data, data + file.size);
    expect(content).toEqual(new Uint8Array(await file.slice().arrayBuffer()));
    expect([view.getUint32(local + 14, true), view.getUint32(at + 16, true)]).toEqual([crc32(content), crc32(content)]);
    at += 46 + name.length;
  }
  expect(at).toBe(end);
});

test('any piece is that of the whole', async () => {
  const pack = new Pack('3 files', FILES);
  const all = await pack.read(0, pack.size);
  for (let from = 0; from < pack.size; from += 7) {
    const to = Math.min(pack.size, from + 23);
    expect(await pack.read(from, to)).toEqual(all.slice(from, to));
  }
});

test('archives go by themselves, all else together without what systems strew about', () => {
  const groups = grouped([
    ...FILES,
    chosen('old.zip', 'PK'),
    chosen('CT/.DS_Store', 'x'),
    chosen('Thumbs.db', 'x'),
    chosen('CT/empty', ''),
  ]);
  expect(groups.map((group) => group.map(({ path }) => path))).toEqual([['old.zip'], FILES.map(({ path }) => path)]);
});

test('the same choice has the same key, in any order; another has another', async () => {
  expect(await keyOf([...FILES].reverse())).toBe(await keyOf(FILES));
  expect(await keyOf(FILES.slice(1))).not.toBe(await keyOf(FILES));
});
