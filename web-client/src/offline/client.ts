// SPDX-License-Identifier: Apache-2.0
import type { StudySummary } from '../contract/studies';
import { CHANNEL, type Message, messageOf } from './channel';
import { openDatabase } from './database';
import { IdbPinIndex } from './idbPinIndex';
import { newPin } from './pin';
import type { PinIndex } from './pinIndex';
import { roomOf } from './room';
import { Shell } from './shell';
import { isBusy, nothingYet, type OfflineEvent, type OfflineView, reduceOffline } from './view';
import { Awake } from './wakeLock';

/** The page's side of the offline store: gives orders by writing pins, and knows how they stand. */
export class OfflineClient {
  readonly #window: Window;
  readonly #listeners = new Set<(view: OfflineView) => void>();
  readonly #awake: Awake;
  readonly #shell: Shell | null;
  readonly #channel: BroadcastChannel | null;
  #view: OfflineView;
  #index: Promise<PinIndex> | null = null;
  #worker: Worker | null = null;

  constructor(window: Window) {
    const { navigator, document } = window;
    this.#window = window;
    this.#view = nothingYet(supportOf(window));
    this.#awake = new Awake(document, navigator);
    const isSupported = this.#view.support === 'yes';
    this.#shell = isSupported
      ? new Shell(navigator.serviceWorker, (state) => this.#take({ kind: 'shell', ...state }))
      : null;
    this.#channel = isSupported ? new BroadcastChannel(CHANNEL) : null;
    if (this.#channel !== null) this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(data);
  }

  get view(): OfflineView {
    return this.#view;
  }

  subscribe(listener: (view: OfflineView) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads what is kept. Cheap: it starts no worker and asks no network. */
  async look(): Promise<void> {
    await this.#shell?.look();
    await this.#readPins();
  }

  /** Keeps the application itself, goes on with what was under way, and asks the site what has changed. */
  async settleDown(): Promise<void> {
    if (this.#shell === null) return;
    await this.#shell.register().catch(() => undefined);
    await this.#readRoom();
    if ((this.#view.pins?.size ?? 0) > 0) {
      this.#startWorker();
    }
  }

  /** The site answers again: ask it what has changed. */
  freshen(): void {
    this.#tell({ type: 'freshen' });
  }

  /** Keeps a study, or tries again. */
  async keep(summary: StudySummary): Promise<void> {
    await this.keepAll([summary], null);
  }

  /** Keeps studies until a time, which is that of those that are kept by date already too; null: not by date. */
  async keepAll(summaries: readonly StudySummary[], until: string | null): Promise<void> {
    await this.#shell?.register().catch(() => undefined);
    await this.#persist();
    const index = await this.#openIndex();
    const end = until === null ? {} : { until };
    for (const summary of summaries) {
      const fresh = { ...newPin(summary, crypto.randomUUID(), new Date().toISOString()), ...end };
      await index.change(summary.study, (pin) =>
        pin === null ? fresh : { ...pin, problem: null, ...(pin.until === undefined ? {} : end) },
      );
    }
    await this.#ordered();
  }

  /** Removes a study from this device, or gives up fetching it. */
  async remove(study: string): Promise<void> {
    await this.#order(study, (pin) => (pin === null ? null : { ...pin, state: 'removing', problem: null }));
  }

  /** Lets the newer version of the application take over. */
  update(): void {
    this.#shell?.update(() => this.#window.location.reload());
  }

  async #order(study: string, change: Parameters<PinIndex['change']>[1]): Promise<void> {
    const index = await this.#openIndex();
    await index.change(study, change);
    await this.#ordered();
  }

  async #ordered(): Promise<void> {
    this.#startWorker();
    this.#tell({ type: 'poke' });
    this.#tell({ type: 'changed' });
    await this.#readPins();
  }

  #startWorker(): void {
    this.#worker ??= new Worker(new URL('./worker/keeper.ts', import.meta.url), { type: 'module', name: 'keeper' });
  }

  async #persist(): Promise<void> {
    const { storage } = this.#window.navigator;
    const isPersisted = (await storage.persisted?.()) === true || (await storage.persist?.()) === true;
    this.#take({ kind: 'persisted', isPersisted });
  }

  async #readPins(): Promise<void> {
    if (this.#view.support !== 'yes') return;
    const index = await this.#openIndex();
    this.#take({ kind: 'pins', pins: await index.pins() });
  }

  async #readRoom(): Promise<void> {
    const { storage } = this.#window.navigator;
    this.#take({ kind: 'room', room: await roomOf(storage) });
    if (storage.persisted) this.#take({ kind: 'persisted', isPersisted: await storage.persisted() });
  }

  #openIndex(): Promise<PinIndex> {
    this.#index ??= openDatabase(indexedDB).then((db) => new IdbPinIndex(db));
    return this.#index;
  }

  #hear(data: unknown): void {
    const message = messageOf(data);
    if (message?.type === 'progress') this.#take({ kind: 'progress', progress: message.progress });
    if (message?.type === 'changed') void this.#readPins().then(() => this.#readRoom());
  }

  #tell(message: Message): void {
    this.#channel?.postMessage(message);
  }

  #take(event: OfflineEvent): void {
    this.#view = reduceOffline(this.#view, event);
    this.#awake.need(isBusy(this.#view));
    for (const listener of this.#listeners) listener(this.#view);
  }
}

function supportOf(window: Window): OfflineView['support'] {
  if (!window.isSecureContext) return 'insecure';
  const { navigator } = window;
  const has = 'serviceWorker' in navigator && 'locks' in navigator && 'storage' in navigator && 'indexedDB' in window;
  return has && 'BroadcastChannel' in window ? 'yes' : 'missing';
}
