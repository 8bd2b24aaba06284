// SPDX-License-Identifier: Apache-2.0
// Decoded tiles: fetched in the order in which they are wanted, decoded in the worker, held within a stated number of
// bytes. Says what is here; holds no opinion on what should be. Confined to the main thread.
import type { Tally, TallySpec } from '../measure/tally';
import type { StudyDescriptor } from '../model/study';
import type { Range } from '../model/voi';
import type { Target } from './address';
import { PositionCache } from './cache';
import { LinkSpeed } from './link';
import { PixelClient, WorkerLost, type WorkerPort } from './pixelClient';
import { type QueueRim, TileQueue } from './queue';
import type { Want } from './wanted';
import type { DecodeSpec, LayerSpec, TallyPiece } from './worker/messages';

/** All decoded pixels together. The bitmaps of the one picture on the screen come on top. */
export const DECODED_BYTES = 160 * 1024 * 1024;

export interface HeldTile {
  readonly target: Target;
  readonly decodedBytes: number;
  readonly wireBytes: number;
}

export interface StoreRim extends QueueRim {
  readonly startWorker: () => WorkerPort;
}

export class TileStore {
  readonly #cache = new PositionCache<HeldTile>(DECODED_BYTES);
  readonly #decoding = new Set<string>();
  readonly #failures = new Map<string, string>();
  /** Failures in a row of what is still asked for. */
  readonly #troubles = new Map<string, number>();
  readonly #ranges = new Map<string, Range>();
  readonly #link = new LinkSpeed();
  readonly #queue: TileQueue;
  readonly #worker: PixelClient;
  readonly #study: StudyDescriptor;
  readonly #changed: () => void;
  #distance: (target: Target) => number = () => 0;
  #offline = false;
  #revision = 0;

  constructor(study: StudyDescriptor, rim: StoreRim, changed: () => void) {
    this.#study = study;
    this.#changed = changed;
    this.#worker = new PixelClient(rim.startWorker, () => this.#startOver());
    this.#queue = new TileQueue(rim, {
      ready: (want, bytes, tookMs) => void this.#decode(want, bytes, tookMs),
      gone: (want, _code, detail) => this.#fail(want.target.url, detail),
      offline: (isOffline) => this.#setOffline(isOffline),
      troubled: (want, tries) => this.#trouble(want.target.url, tries),
    });
  }

  get isFast(): boolean {
    return this.#link.isFast;
  }

  get isOffline(): boolean {
    return this.#offline;
  }

  get bytes(): number {
    return this.#cache.bytes;
  }

  /** Changes whenever what is held does. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether the target is decoded and here. */
  has(url: string): boolean {
    return this.#cache.has(url);
  }

  /** Here, being decoded, or failed for good. */
  settled(url: string): boolean {
    return this.#cache.has(url) || this.#decoding.has(url) || this.#failures.has(url);
  }

  held(url: string): HeldTile | undefined {
    return this.#cache.get(url);
  }

  *all(): Iterable<HeldTile> {
    for (const entry of this.#cache.values()) yield entry.value;
  }

  /** Why a target cannot be shown; undefined while it may still come. */
  failure(url: string): string | undefined {
    return this.#failures.get(url);
  }

  /** How often in a row the server failed to give a target that is still asked for; undefined when that is not much. */
  trouble(url: string): number | undefined {
    return this.#troubles.get(url);
  }

  /** Minimum and maximum of a frame's stored values, known once any exact tile of it came. */
  range(series: number, frame: number): Range | null {
    return this.#ranges.get(`${series}/${frame}`) ?? null;
  }

  /** Fetches what of the plan is not here, in its order; `distance` says what may go when room is needed. */
  want(wants: readonly Want[], distance: (target: Target) => number): void {
    this.#distance = distance;
    this.#queue.want(wants.filter((want) => !this.settled(want.target.url)));
  }

  pictureIsUp(): void {
    this.#queue.pictureIsUp();
  }

  retryNow(): void {
    this.#failures.clear();
    this.#troubles.clear();
    this.#queue.retryNow();
    this.#changed();
  }

  paint(layers: readonly LayerSpec[]): Promise<readonly ImageBitmap[]> {
    return this.#worker.paint(layers);
  }

  tally(spec: TallySpec, pieces: readonly TallyPiece[]): Promise<readonly Tally[] | null> {
    return this.#worker.tally(spec, pieces);
  }

  /** Stops fetching and frees all pixels. What comes next starts from nothing. */
  release(): void {
    this.#queue.stop();
    this.#worker.release();
    this.#forgetAll();
  }

  async #decode(want: Want, bytes: ArrayBuffer, tookMs: number): Promise<void> {
    const { target } = want;
    this.#troubles.delete(target.url);
    const wireBytes = bytes.byteLength;
    this.#link.saw(wireBytes, tookMs);
    this.#decoding.add(target.url);
    try {
      const decoded = await this.#worker.decode(target.url, bytes, this.#specOf(target));
      if (!this.#decoding.delete(target.url)) return;
      if (decoded.range !== null && target.rendition === 'exact') {
        this.#ranges.set(`${target.series}/${target.frame}`, decoded.range);
      }
      this.#keep({ target, decodedBytes: decoded.byteLength, wireBytes });
    } catch (cause) {
      this.#decoding.delete(target.url);
      if (cause instanceof WorkerLost) return;
      this.#fail(target.url, cause instanceof Error ? cause.message : 'it cannot be decoded');
    }
  }

  #keep(tile: HeldTile): void {
    const entry = { key: tile.target.url, bytes: tile.decodedBytes, value: tile };
    const gone = this.#cache.put(entry, (held) => this.#distance(held.target));
    this.#worker.drop(gone);
    this.#revision++;
    this.#changed();
  }

  #specOf(target: Target): DecodeSpec {
    const series = this.#study.series[target.series];
    const kinds = series?.kinds ?? [];
    if (target.rendition === 'strip') {
      return { as: 'jpeg', size: target.size, grey: kinds.every((kind) => kind.format !== 'RGB8') };
    }
    const format = kinds[series?.frames[target.frame]?.kind ?? -1]?.format ?? 'GREY16';
    return target.rendition === 'exact'
      ? { as: 'exact', size: target.size, format }
      : { as: 'jpeg', size: target.size, grey: format !== 'RGB8' };
  }

  #fail(url: string, reason: string): void {
    this.#failures.set(url, reason);
    this.#changed();
  }

  #trouble(url: string, tries: number): void {
    this.#troubles.set(url, tries);
    this.#changed();
  }

  #setOffline(isOffline: boolean): void {
    if (this.#offline === isOffline) return;
    this.#offline = isOffline;
    this.#changed();
  }

  /** The worker is lost and its pixels with it: all that is wanted is fetched again. */
  #startOver(): void {
    this.#forgetAll();
    this.#changed();
  }

  #forgetAll(): void {
    this.#troubles.clear();
    this.#cache.clear();
    this.#decoding.clear();
    this.#revision++;
  }
}
