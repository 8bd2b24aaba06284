// SPDX-License-Identifier: Apache-2.0
// Keeps the marks of one study: each change is in the journal at once, then goes to the server, one of a mark at a time. What others
// did comes in between. Nothing is merged: where two changed one mark, both are kept. Confined to the main thread.
import type { KeptMark, MarkResult } from '../../contract/keptMarks';
import type { Desk, Keeping } from '../desk';
import type { Mark } from '../mark';
import { text } from '../text';
import type { Entry, Journal } from './journal';
import { isSameShape, markOf, shapeOf } from './shape';
import type { MarkSite } from './site';

export interface KeeperRim {
  readonly newId: () => string;
  readonly later: (run: () => void, ms: number) => () => void;
}

/** So long a mark is left alone after its last change before it is sent. */
const SETTLE_MS = 600;
const LOOK_AGAIN_MS = 20_000;
const MOST_AT_ONCE = 100;

export class MarkKeeper {
  readonly #study: string;
  readonly #desk: Desk;
  readonly #journal: Journal;
  readonly #site: MarkSite;
  readonly #rim: KeeperRim;
  #entries: Entry[] = [];
  /** Changes that may have reached the server: they are sent again as they are. */
  readonly #attempted = new Set<string>();
  readonly #kept = new Map<string, KeptMark>();
  readonly #failed = new Map<string, string>();
  #by: string | null = null;
  #order = 0;
  #isSending = false;
  #isClosed = false;
  #stopWaiting: () => void = () => {};
  #stopLooking: () => void = () => {};

  constructor(study: string, desk: Desk, journal: Journal, site: MarkSite, rim: KeeperRim) {
    this.#study = study;
    this.#desk = desk;
    this.#journal = journal;
    this.#site = site;
    this.#rim = rim;
    desk.onEdit = (id, mark) => this.#edited(id, mark);
  }

  /** Shows what is known here, then what the server says; from then on looks again and again. */
  async open(): Promise<void> {
    const [entries, seen] = await Promise.all([this.#journal.entries(this.#study), this.#journal.seen(this.#study)]);
    if (this.#isClosed) return;
    for (const mark of seen) this.#take(mark);
    for (const entry of entries) {
      this.#attempted.add(entry.change);
      this.#show(entry.id, entry.shape === null ? null : markOf(entry.id, entry.shape));
    }
    this.#entries = [...entries, ...this.#entries];
    this.#order = Math.max(0, ...this.#entries.map(({ order }) => order));
    this.#tell();
    await this.look();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopWaiting();
    this.#stopLooking();
    this.#desk.onEdit = () => {};
  }

  /** Asks what others did, and sends what waits: also when the network is back. */
  async look(): Promise<void> {
    this.#stopLooking();
    const answer = await this.#site.marks(this.#study);
    if (this.#isClosed) return;
    if (answer.kind === 'ok') {
      const there = new Set(answer.value.map(({ id }) => id));
      for (const mark of answer.value) this.#take(mark);
      for (const [id, mark] of this.#kept) {
        if (!there.has(id) && mark.shape !== null) this.#take({ ...mark, shape: null });
      }
      await this.#remember(answer.value);
    }
    await this.#send();
    if (!this.#isClosed) this.#stopLooking = this.#rim.later(() => void this.look(), LOOK_AGAIN_MS);
  }

  #edited(id: string, mark: Mark | null): void {
    const shape = mark === null ? null : shapeOf(mark);
    // What has not been sent yet is replaced: a mark that is dragged about is one change.
    const replaced = this.#entries.filter((entry) => entry.id === id && !this.#attempted.has(entry.change));
    for (const { change } of replaced) void this.#journal.remove(change).catch(() => undefined);
    this.#entries = this.#entries.filter((entry) => !replaced.includes(entry));
    this.#failed.delete(id);
    const isNothing = shape === null && !this.#kept.has(id) && !this.#entries.some((entry) => entry.id === id);
    if (!isNothing) this.#write(id, shape, replaced[0]?.base ?? this.#baseOf(id));
    this.#tell();
    this.#stopWaiting();
    this.#stopWaiting = this.#rim.later(() => void this.#send(), SETTLE_MS);
  }

  /** What the next change builds on: our own before it, or the version that is shown. */
  #baseOf(id: string): number {
    const last = this.#entries.findLast((entry) => entry.id === id);
    return last === undefined ? (this.#kept.get(id)?.version ?? 0) : last.base + 1;
  }

  #write(id: string, shape: Entry['shape'], base: number): void {
    const entry: Entry = {
      change: this.#rim.newId(),
      study: this.#study,
      id,
      base,
      shape,
      by: this.#by,
      order: ++this.#order,
    };
    this.#entries.push(entry);
    void this.#journal.put(entry).catch(() => undefined);
  }

  /** All that waits, the first change of each mark first, until nothing does or the server does not answer. */
  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      while (!this.#isClosed && (await this.#sendSome()));
    } finally {
      this.#isSending = false;
      this.#tell();
    }
  }

  async #sendSome(): Promise<boolean> {
    if (this.#entries.length === 0) return false;
    const who = await this.#site.who();
    if (who.kind !== 'ok') return false;
    this.#by = who.value.id;
    const batch = this.#firstOfEach().slice(0, MOST_AT_ONCE);
    if (batch.length === 0) return false;
    for (const { change } of batch) this.#attempted.add(change);
    const changes = batch.map(({ change, id, base, shape }) => ({ change, id, base, shape }));
    const answer = await this.#site.send(this.#study, changes, who.value.csrf);
    if (answer.kind === 'offline') return false;
    if (answer.kind === 'refused') {
      for (const { id } of batch) this.#failed.set(id, answer.detail);
      return false;
    }
    for (const result of answer.value) await this.#done(result);
    return answer.value.length > 0;
  }

  /** One change a mark: the next one builds on it. What somebody else made here waits until they sign in. */
  #firstOfEach(): Entry[] {
    const first = new Map<string, Entry>();
    for (const entry of this.#entries) {
      if (entry.by !== null && entry.by !== this.#by) this.#failed.set(entry.id, text.keeping.otherPerson);
      else if (this.#failed.get(entry.id) === text.keeping.otherPerson) this.#failed.delete(entry.id);
      if (!this.#failed.has(entry.id) && !first.has(entry.id)) first.set(entry.id, entry);
    }
    return [...first.values()];
  }

  async #done({ change, outcome, mark }: MarkResult): Promise<void> {
    const entry = this.#entries.find((one) => one.change === change);
    if (entry === undefined) return;
    if (outcome === 'refused' || mark === null) {
      this.#failed.set(entry.id, text.keeping.noImage);
      return;
    }
    const own = this.#entries.filter((one) => one.id === entry.id);
    const gone = outcome === 'kept' ? [entry] : own;
    this.#entries = this.#entries.filter((one) => !gone.includes(one));
    this.#kept.set(mark.id, mark);
    if (outcome === 'changed') this.#keepBoth(mark, own.at(-1));
    for (const one of gone) await this.#journal.remove(one.change).catch(() => undefined);
    await this.#remember([...this.#kept.values()].filter(({ shape }) => shape !== null));
  }

  /** Somebody else changed the mark: theirs stays what it is, ours becomes one of its own. */
  #keepBoth(theirs: KeptMark, ours: Entry | undefined): void {
    this.#take(theirs);
    const shape = ours?.shape ?? null;
    if (shape === null || isSameShape(shape, theirs.shape)) return;
    const id = this.#rim.newId();
    this.#show(id, markOf(id, shape));
    this.#write(id, shape, 0);
  }

  /** What the server says of a mark that nobody here is changing. */
  #take(mark: KeptMark): void {
    const before = this.#kept.get(mark.id);
    if (before !== undefined && before.version > mark.version) return;
    this.#kept.set(mark.id, mark);
    if (this.#entries.some((entry) => entry.id === mark.id)) return;
    this.#show(mark.id, mark.shape === null ? null : markOf(mark.id, mark.shape));
    this.#tell();
  }

  #show(id: string, mark: Mark | null): void {
    const now = this.#desk.view.marks.all.get(id) ?? null;
    const isSame = now === null || mark === null ? now === mark : isSameShape(shapeOf(now), shapeOf(mark));
    if (!isSame) this.#desk.run({ do: 'take', id, mark });
  }

  #remember(marks: readonly KeptMark[]): Promise<void> {
    return this.#journal.keepSeen(this.#study, marks).catch(() => undefined);
  }

  #tell(): void {
    const keeping = new Map<string, Keeping>();
    for (const [id, { by, at }] of this.#kept) keeping.set(id, { state: 'sent', reason: '', by, at });
    for (const { id } of this.#entries) {
      const { by = '', at = '' } = this.#kept.get(id) ?? {};
      const reason = this.#failed.get(id);
      keeping.set(id, { state: reason === undefined ? 'draft' : 'failed', reason: reason ?? '', by, at });
    }
    this.#desk.set({ keeping });
  }
}
