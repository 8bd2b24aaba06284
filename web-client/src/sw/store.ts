// SPDX-License-Identifier: Apache-2.0
import { HEARD_HEADER, SOURCE_HEADER } from '../contract/source';
import { openDatabase } from '../offline/database';
import { IdbPacks } from '../offline/idbPacks';
import { IdbPinIndex } from '../offline/idbPinIndex';
import { offlineList } from '../offline/offlineList';
import { OpfsReader } from '../offline/opfsReader';
import type { PackReader } from '../offline/packs';
import type { Pin } from '../offline/pin';
import type { PinIndex } from '../offline/pinIndex';

/** Answers from what is kept on this device. Every answer says so in its headers. */
export class StoreAnswers {
  readonly #index: PinIndex;
  readonly #packs: readonly PackReader[];

  /** @param packs where packs may lie, the likeliest first */
  constructor(index: PinIndex, packs: readonly PackReader[]) {
    this.#index = index;
    this.#packs = packs;
  }

  static async open(storage: StorageManager): Promise<StoreAnswers> {
    const db = await openDatabase(indexedDB);
    return new StoreAnswers(new IdbPinIndex(db), [new OpfsReader(storage), new IdbPacks(db)]);
  }

  /** What is kept for a path; null when nothing is. */
  async blob(path: string): Promise<Response | null> {
    const found = await this.#index.find(path);
    if (found === null) return null;
    const { pack, offset, length } = found.place;
    for (const packs of this.#packs) {
      const bytes = await packs.slice(pack, offset, length);
      if (bytes !== null) return answer(bytes, found.type, found.heardAt);
    }
    return null;
  }

  /** The list of what is kept; null when nothing is. */
  async list(query: URLSearchParams): Promise<Response | null> {
    const pins = await this.#index.pins();
    if (!pins.some((pin) => pin.state !== 'removing')) return null;
    return answer(JSON.stringify(offlineList(pins, query)), 'application/json', oldest(pins));
  }
}

function answer(body: BodyInit, type: string, heardAt: string | null): Response {
  const headers = new Headers({ 'Content-Type': type, 'Cache-Control': 'no-store', [SOURCE_HEADER]: 'device' });
  if (heardAt !== null) headers.set(HEARD_HEADER, heardAt);
  return new Response(body, { headers });
}

function oldest(pins: readonly Pin[]): string | null {
  return pins.flatMap((pin) => pin.heardAt ?? []).sort()[0] ?? null;
}
