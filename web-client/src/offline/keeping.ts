// SPDX-License-Identifier: Apache-2.0
import type { Manifest } from '../contract/manifest';
import { Assembler, BlobGone, DamagedBlob, type WholeBlob } from './assemble';
import { batch, distinct, missing, pathsOf, totalBytes, type Want } from './batches';
import type { Packs } from './packs';
import type { Pin, PinProblem } from './pin';
import type { BlobPlace, PathEntry, PinIndex } from './pinIndex';
import type { Progress } from './progress';
import { hasRoom, type Room } from './room';
import type { Site } from './site';
import { BlobStreamParser, BrokenStream } from './stream';
import { renewed } from './summary';
import { within } from './watchdog';

const WRITE_MS = 30_000;
const COMMIT_BYTES = 1024 * 1024;
const MOST_FAULTS = 3;

/** What came of a try. `again`: the link; `moved` says whether anything arrived. `dropped`: nobody wants it any more. */
export type Outcome =
  | { readonly kind: 'complete' }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'again'; readonly moved: boolean }
  | { readonly kind: 'stands'; readonly problem: PinProblem };

export interface KeepingRim {
  readonly index: PinIndex;
  readonly packs: Packs;
  readonly site: Site;
  readonly room: () => Promise<Room>;
  readonly now: () => Date;
  readonly report: (progress: Progress) => void;
}

class NotWanted extends Error {}

/** The fetching of one study, over as many tries as it takes. What one try brought is there for the next. */
export class Keeping {
  readonly study: string;
  readonly #rim: KeepingRim;
  readonly #pack: string;
  readonly #isFirst: boolean;
  readonly #assembler = new Assembler();
  #manifest: Manifest | null = null;
  #wants: ReadonlyMap<string, Want> = new Map();
  #paths: ReadonlyMap<string, readonly PathEntry[]> = new Map();
  #held = new Map<string, BlobPlace>();
  #faults = 0;
  #moved = false;

  constructor(pin: Pin, rim: KeepingRim) {
    this.study = pin.study;
    this.#pack = pin.pack;
    // Until a study was complete once, what is here of it may be looked at; later the old version stays until the new is whole.
    this.#isFirst = pin.version === null;
    this.#rim = rim;
  }

  async attempt(signal: AbortSignal): Promise<Outcome> {
    this.#moved = false;
    try {
      return await this.#run(signal);
    } catch (cause) {
      return signal.aborted || cause instanceof NotWanted ? { kind: 'dropped' } : this.#outcomeOf(cause);
    } finally {
      await this.#rim.packs.close(this.#pack);
    }
  }

  async #run(signal: AbortSignal): Promise<Outcome> {
    if (this.#manifest === null) {
      this.#tell(0);
      const answer = await this.#rim.site.manifest(this.study, signal);
      if (answer.kind === 'unreachable') return { kind: 'again', moved: false };
      if (answer.kind === 'gone') return { kind: 'gone' };
      if (answer.kind === 'refused') return { kind: 'stands', problem: { code: 'refused', detail: answer.detail } };
      this.#use(answer.value);
    }
    const manifest = this.#manifest;
    if (manifest === null) throw new BrokenStream('no manifest');
    await this.#takeStock();
    const room = await this.#rim.room();
    const needBytes = totalBytes(missing(manifest, (hash) => this.#held.has(hash)));
    if (!hasRoom(room, needBytes)) {
      return { kind: 'stands', problem: { code: 'no-room', needBytes, freeBytes: room.freeBytes ?? 0 } };
    }
    for (let wants = this.#missing(manifest); wants.length > 0; wants = this.#missing(manifest)) {
      const answer = await this.#fetch(batch(wants), signal);
      if (answer !== null) return answer;
    }
    return this.#settle(manifest);
  }

  #use(manifest: Manifest): void {
    if (manifest.study !== this.study) throw new BrokenStream('a manifest of another study');
    this.#manifest = manifest;
    this.#wants = distinct(manifest);
    const paths = new Map<string, PathEntry[]>();
    for (const entry of pathsOf(manifest.blobs)) paths.set(entry.hash, [...(paths.get(entry.hash) ?? []), entry]);
    this.#paths = paths;
  }

  #missing(manifest: Manifest): readonly Want[] {
    return missing(manifest, (hash) => this.#held.has(hash));
  }

  /** Believes of the index only what the pack really holds, and drops bytes that a crash left without a row. */
  async #takeStock(): Promise<void> {
    const { index, packs } = this.#rim;
    const size = await packs.size(this.#pack);
    const rows = [...(await index.held(this.study)).values()];
    const lost = rows.filter((place) => place.offset + place.length > size).map((place) => place.hash);
    if (lost.length > 0) await index.forget(this.study, lost);
    this.#held = new Map(rows.filter((place) => !lost.includes(place.hash)).map((place) => [place.hash, place]));
    const end = rows.reduce((most, place) => Math.max(most, place.offset + place.length), 0);
    if (end < size) await packs.cut(this.#pack, end);
    this.#tell(0);
  }

  async #fetch(wants: readonly Want[], signal: AbortSignal): Promise<Outcome | null> {
    const asks = wants.map(({ hash }) => ({ hash, offset: this.#assembler.have(hash) }));
    const answer = await this.#rim.site.blobs(asks, signal);
    if (answer.kind === 'unreachable') return { kind: 'again', moved: this.#moved };
    if (answer.kind === 'gone') return { kind: 'gone' };
    if (answer.kind === 'refused') return { kind: 'stands', problem: { code: 'refused', detail: answer.detail } };
    const parser = new BlobStreamParser();
    let whole: WholeBlob[] = [];
    try {
      for await (const chunk of answer.value) {
        for (const part of parser.push(chunk)) {
          const size = this.#wants.get(part.hash)?.bytes;
          if (size === undefined) throw new BrokenStream('a part of a blob that nobody asked for');
          const blob = await this.#assembler.take(part, size);
          if (blob !== null) whole.push(blob);
          this.#moved = true;
          this.#tell(lengthOf(whole) + (blob === null ? this.#assembler.have(part.hash) : 0));
        }
        if (lengthOf(whole) >= COMMIT_BYTES) {
          await this.#store(whole);
          whole = [];
        }
      }
      parser.end();
    } finally {
      await this.#store(whole);
    }
    if (wants.some(({ hash }) => !this.#held.has(hash)))
      throw new BrokenStream('the stream ended before its last blob');
    return null;
  }

  /** Bytes first, then their rows: in this order a crash can only waste bytes. */
  async #store(whole: readonly WholeBlob[]): Promise<void> {
    const { index, packs } = this.#rim;
    const fresh = whole.filter(({ hash }) => !this.#held.has(hash));
    if (fresh.length === 0) return;
    const places: BlobPlace[] = [];
    for (const { hash, bytes } of fresh) {
      const offset = await within(WRITE_MS, packs.append(this.#pack, bytes));
      places.push({ hash, pack: this.#pack, offset, length: bytes.length });
    }
    await within(WRITE_MS, packs.commit(this.#pack));
    for (const place of places) this.#held.set(place.hash, place);
    const paths = this.#isFirst ? places.flatMap(({ hash }) => this.#paths.get(hash) ?? []) : [];
    const added = await within(
      WRITE_MS,
      index.add(this.study, places, paths, (pin) => ({ ...pin, ...this.#counts(), problem: null })),
    );
    if (!added) throw new NotWanted();
  }

  async #settle(manifest: Manifest): Promise<Outcome> {
    const { index, packs, now } = this.#rim;
    await packs.close(this.#pack);
    await this.#takeStock();
    if (this.#missing(manifest).length > 0) return { kind: 'again', moved: this.#moved };
    const entry = manifest.blobs.find(({ kind }) => kind === 'descriptor');
    const place = entry && this.#held.get(entry.hash);
    const descriptor = place && (await packs.slice(place.pack, place.offset, place.length));
    const text = descriptor ? await descriptor.text() : '';
    const settled = await index.settle(this.study, pathsOf(manifest.blobs), (pin) => ({
      ...pin,
      ...this.#counts(),
      summary: renewed(pin.summary, text),
      state: 'complete',
      version: manifest.version,
      problem: null,
      heardAt: now().toISOString(),
    }));
    const stale = [...this.#held.keys()].filter((hash) => !this.#wants.has(hash));
    if (settled && stale.length > 0) await index.forget(this.study, stale);
    return { kind: settled ? 'complete' : 'dropped' };
  }

  #counts(): Pick<Pin, 'have' | 'of' | 'haveBytes' | 'ofBytes'> {
    const here = [...this.#wants.values()].filter((want) => this.#held.has(want.hash));
    return {
      have: here.length,
      of: this.#wants.size,
      haveBytes: totalBytes(here),
      ofBytes: totalBytes(this.#wants.values()),
    };
  }

  #tell(moreBytes: number): void {
    const counts = this.#counts();
    const { study } = this;
    this.#rim.report({ study, phase: 'fetching', ...counts, haveBytes: counts.haveBytes + moreBytes, retryAt: null });
  }

  #outcomeOf(cause: unknown): Outcome {
    if (cause instanceof DamagedBlob || cause instanceof BlobGone) {
      this.#faults += 1;
      this.#manifest = null;
      return this.#faults < MOST_FAULTS
        ? { kind: 'again', moved: false }
        : { kind: 'stands', problem: { code: 'damaged' } };
    }
    if (cause instanceof BrokenStream) return { kind: 'again', moved: this.#moved };
    throw cause;
  }
}

const lengthOf = (blobs: readonly WholeBlob[]): number => blobs.reduce((sum, { bytes }) => sum + bytes.length, 0);
