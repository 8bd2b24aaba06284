// SPDX-License-Identifier: Apache-2.0
import { answered, beginningWith, committed } from './database';
import { hasEnded, type Pin } from './pin';
import type { BlobPlace, Found, PathEntry, PinIndex } from './pinIndex';

type BlobRow = BlobPlace & { readonly study: string };
type PathRow = PathEntry & { readonly study: string };

/** The index in IndexedDB. Any number of tabs and workers may use it at once; its transactions keep them apart. */
export class IdbPinIndex implements PinIndex {
  readonly #db: IDBDatabase;

  constructor(db: IDBDatabase) {
    this.#db = db;
  }

  async pins(): Promise<readonly Pin[]> {
    const pins: Pin[] = await answered(this.#db.transaction('pins').objectStore('pins').getAll());
    return pins.sort((a, b) => a.since.localeCompare(b.since));
  }

  async change(study: string, change: (pin: Pin | null) => Pin | null): Promise<Pin | null> {
    return this.#write(['pins'], async (transaction) => {
      const pins = transaction.objectStore('pins');
      const before: Pin | undefined = await answered(pins.get(study));
      const after = change(before ?? null);
      if (after !== null) pins.put(after);
      return after ?? before ?? null;
    });
  }

  async held(study: string): Promise<ReadonlyMap<string, BlobPlace>> {
    const rows: BlobRow[] = await answered(
      this.#db.transaction('blobs').objectStore('blobs').getAll(beginningWith(study)),
    );
    return new Map(rows.map(({ hash, pack, offset, length }) => [hash, { hash, pack, offset, length }]));
  }

  add(
    study: string,
    blobs: readonly BlobPlace[],
    paths: readonly PathEntry[],
    pin: (pin: Pin) => Pin,
  ): Promise<boolean> {
    return this.#write(['pins', 'blobs', 'paths'], async (transaction) => {
      const before = await wanted(transaction, study);
      if (before === null) return false;
      for (const blob of blobs) transaction.objectStore('blobs').put({ study, ...blob });
      for (const entry of paths) transaction.objectStore('paths').put({ study, ...entry });
      transaction.objectStore('pins').put(pin(before));
      return true;
    });
  }

  settle(study: string, paths: readonly PathEntry[], pin: (pin: Pin) => Pin): Promise<boolean> {
    return this.#write(['pins', 'paths'], async (transaction) => {
      const before = await wanted(transaction, study);
      if (before === null) return false;
      await clearPaths(transaction, study);
      for (const entry of paths) transaction.objectStore('paths').put({ study, ...entry });
      transaction.objectStore('pins').put(pin(before));
      return true;
    });
  }

  async find(path: string): Promise<Found | null> {
    const transaction = this.#db.transaction(['pins', 'blobs', 'paths']);
    const row: PathRow | undefined = await answered(transaction.objectStore('paths').get(path));
    if (row === undefined) return null;
    const place: BlobRow | undefined = await answered(transaction.objectStore('blobs').get([row.study, row.hash]));
    const pin: Pin | undefined = await answered(transaction.objectStore('pins').get(row.study));
    if (place === undefined || pin === undefined || pin.state === 'removing' || hasEnded(pin, Date.now())) return null;
    const { hash, pack, offset, length } = place;
    return { place: { hash, pack, offset, length }, type: row.type, heardAt: pin.heardAt };
  }

  forget(study: string, hashes: readonly string[]): Promise<void> {
    return this.#write(['blobs'], async (transaction) => {
      for (const hash of hashes) transaction.objectStore('blobs').delete([study, hash]);
    });
  }

  remove(study: string): Promise<void> {
    return this.#write(['pins', 'blobs', 'paths'], async (transaction) => {
      await clearPaths(transaction, study);
      transaction.objectStore('blobs').delete(beginningWith(study));
      transaction.objectStore('pins').delete(study);
    });
  }

  async #write<T>(stores: readonly string[], work: (transaction: IDBTransaction) => Promise<T>): Promise<T> {
    const transaction = this.#db.transaction([...stores], 'readwrite');
    const done = committed(transaction);
    try {
      const result = await work(transaction);
      await done;
      return result;
    } catch (cause) {
      done.catch(() => undefined);
      if (transaction.error === null) abort(transaction);
      throw cause;
    }
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It had ended already.
  }
}

async function wanted(transaction: IDBTransaction, study: string): Promise<Pin | null> {
  const pin: Pin | undefined = await answered(transaction.objectStore('pins').get(study));
  return pin?.state === 'wanted' ? pin : null;
}

async function clearPaths(transaction: IDBTransaction, study: string): Promise<void> {
  const paths = transaction.objectStore('paths');
  for (const key of await answered(paths.index('study').getAllKeys(study))) paths.delete(key);
}
