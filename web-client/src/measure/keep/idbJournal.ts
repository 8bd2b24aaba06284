// SPDX-License-Identifier: Apache-2.0
// The IndexedDB of marks:
//
//   changes  change → Entry        (index by study)
//   seen     study  → study, marks
import type { KeptMark } from '../../contract/keptMarks';
import type { Entry, Journal } from './journal';

export const MARKS_DATABASE = 'wardlight-marks';

export class IdbJournal implements Journal {
  readonly #db: IDBDatabase;

  private constructor(db: IDBDatabase) {
    this.#db = db;
  }

  static async open(factory: IDBFactory): Promise<IdbJournal> {
    const request = factory.open(MARKS_DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('changes', { keyPath: 'change' }).createIndex('study', 'study');
      request.result.createObjectStore('seen', { keyPath: 'study' });
    };
    const db = await answered(request);
    // A newer version in another tab must not wait for this one.
    db.onversionchange = () => db.close();
    return new IdbJournal(db);
  }

  async entries(study: string): Promise<readonly Entry[]> {
    const found: Entry[] = await answered(this.#read('changes').index('study').getAll(study));
    return found.sort((one, other) => one.order - other.order);
  }

  put(entry: Entry): Promise<void> {
    return this.#write('changes', (store) => store.put(entry));
  }

  remove(change: string): Promise<void> {
    return this.#write('changes', (store) => store.delete(change));
  }

  async seen(study: string): Promise<readonly KeptMark[]> {
    const found: { readonly marks: readonly KeptMark[] } | undefined = await answered(this.#read('seen').get(study));
    return found?.marks ?? [];
  }

  keepSeen(study: string, marks: readonly KeptMark[]): Promise<void> {
    return this.#write('seen', (store) => store.put({ study, marks }));
  }

  #read(name: string): IDBObjectStore {
    return this.#db.transaction(name).objectStore(name);
  }

  #write(name: string, change: (store: IDBObjectStore) => void): Promise<void> {
    const transaction = this.#db.transaction(name, 'readwrite', { durability: 'strict' });
    change(transaction.objectStore(name));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException('undone', 'AbortError'));
    });
  }
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
