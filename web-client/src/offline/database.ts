// SPDX-License-Identifier: Apache-2.0
// The IndexedDB of the offline store:
//
//   pins   study           → Pin
//   blobs  [study, hash]   → study, hash, pack, offset, length
//   paths  path            → path, study, hash, type          (index by study)
//   chunks [pack, offset]  → bytes; only where the origin-private file system is missing

export const DATABASE = 'wardlight-offline';

/** The answer of a request; rejects with its error. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Ends when a transaction is on disk; rejects when it was undone. */
export function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('undone', 'AbortError'));
  });
}

export function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    const db = request.result;
    db.createObjectStore('pins', { keyPath: 'study' });
    db.createObjectStore('blobs', { keyPath: ['study', 'hash'] });
    db.createObjectStore('paths', { keyPath: 'path' }).createIndex('study', 'study');
    db.createObjectStore('chunks', { keyPath: ['pack', 'offset'] });
  };
  return answered(request).then((db) => {
    // A newer version in another tab must not wait for this one.
    db.onversionchange = () => db.close();
    return db;
  });
}

/** All keys that begin with this part. */
export function beginningWith(part: string): IDBKeyRange {
  return IDBKeyRange.bound([part], [part, []]);
}
