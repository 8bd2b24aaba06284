// SPDX-License-Identifier: Apache-2.0
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { vi } from 'vitest';
import { openDatabase } from './database';
import { IdbPacks } from './idbPacks';
import { MemoryPacks } from './memoryPacks';
import { packsContract } from './packs.contract';

vi.stubGlobal('IDBKeyRange', IDBKeyRange);

packsContract('packs in memory', async () => new MemoryPacks());
packsContract('packs in IndexedDB', async () => new IdbPacks(await openDatabase(new IDBFactory())));
