// SPDX-License-Identifier: Apache-2.0
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { vi } from 'vitest';
import { openDatabase } from './database';
import { IdbPinIndex } from './idbPinIndex';
import { MemoryPinIndex } from './memoryPinIndex';
import { pinIndexContract } from './pinIndex.contract';

vi.stubGlobal('IDBKeyRange', IDBKeyRange);

pinIndexContract('the index in memory', async () => new MemoryPinIndex());
pinIndexContract('the index in IndexedDB', async () => new IdbPinIndex(await openDatabase(new IDBFactory())));
