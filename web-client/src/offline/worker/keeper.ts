// SPDX-License-Identifier: Apache-2.0
// The worker behind "Keep offline". Every tab may start one; the one that holds the lock works, the others wait to take over.

import { withCsrf } from '../../session/csrf';
import { CHANNEL, type Message, messageOf } from '../channel';
import { openDatabase } from '../database';
import { IdbPacks } from '../idbPacks';
import { IdbPinIndex } from '../idbPinIndex';
import { Keeper } from '../keeper';
import type { Packs } from '../packs';
import type { Progress } from '../progress';
import { roomOf } from '../room';
import { httpSite } from '../site';
import { OpfsPacks } from './opfsPacks';
import { sleep } from './sleep';

const TELL_EVERY_MS = 200;
const channel = new BroadcastChannel(CHANNEL);
const tell = (message: Message) => channel.postMessage(message);

let lastTold = 0;
function report(progress: Progress): void {
  const now = Date.now();
  if (progress.phase === 'fetching' && now - lastTold < TELL_EVERY_MS) return;
  lastTold = now;
  tell({ type: 'progress', progress });
}

async function openPacks(db: IDBDatabase): Promise<Packs> {
  try {
    return await OpfsPacks.open(navigator.storage);
  } catch {
    return new IdbPacks(db);
  }
}

async function keep(): Promise<void> {
  const db = await openDatabase(indexedDB);
  const end = new AbortController();
  const keeper = new Keeper({
    index: new IdbPinIndex(db),
    packs: await openPacks(db),
    site: httpSite(withCsrf((path, init) => fetch(path, init))),
    room: () => roomOf(navigator.storage),
    now: () => new Date(),
    random: Math.random,
    sleep,
    report,
    changed: () => tell({ type: 'changed' }),
    fault: reportError,
  });
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = messageOf(data);
    if (message?.type === 'poke') void keeper.poke();
    if (message?.type === 'freshen') void keeper.freshen(end.signal);
  };
  addEventListener('online', () => void keeper.freshen(end.signal));
  void keeper.freshen(end.signal);
  await keeper.run(end.signal);
}

void navigator.locks.request(CHANNEL, keep);
