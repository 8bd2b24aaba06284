// SPDX-License-Identifier: Apache-2.0
// One open study: commands go in, state and what is drawn come out. The only place where state, tiles and canvas meet.
import type { Tally, TallySpec } from '../measure/tally';
import { carried } from '../model/carry';
import type { Command } from '../model/commands';
import { reduce } from '../model/reduce';
import { looked, openStudy, type ViewerState } from '../model/state';
import type { StudyDescriptor } from '../model/study';
import type { Range } from '../model/voi';
import type { Target } from '../tiles/address';
import { distanceFrom } from '../tiles/distance';
import { type PaneTiles, SharedTiles } from '../tiles/shared';
import type { StoreRim } from '../tiles/store';
import { visibleTiles } from '../tiles/visible';
import { type Want, wantedNow } from '../tiles/wanted';
import type { TallyPiece } from '../tiles/worker/messages';
import type { Taker } from '../tools/taker';
import { text } from '../ui/text';
import { CineClock } from './cineClock';
import { type Drawn, Painter } from './painter';
import { type PictureState, sceneOf } from './scene';
import { Thumbnails } from './thumbnails';
import { ticksOf } from './ticks';

export interface Snapshot {
  readonly state: ViewerState;
  readonly drawn: Drawn | null;
  /** What is here of each frame of the current series. */
  readonly ticks: readonly PictureState[];
  /** Why the frame that is looked at cannot be drawn; null while it can or may come. */
  readonly failure: string | null;
  readonly isOffline: boolean;
  /** Decoded pixels that are held, all together. */
  readonly heldBytes: number;
}

const REST_MS = 1000;

export class ViewerSession {
  readonly thumbnails: Thumbnails;
  /** Who may take pointers and keys before the tools do: what measures, once it is loaded. */
  taker: Taker | null = null;
  /** What a double tap means where there is more than one pane; null: the usual. */
  onDoubleTap: (() => void) | null = null;
  readonly #store: PaneTiles;
  readonly #painter: Painter;
  readonly #cine: CineClock;
  readonly #rim: StoreRim;
  readonly #listeners = new Set<() => void>();
  #state: ViewerState;
  /** null: something changed since it was taken. */
  #snapshot: Snapshot | null = null;
  #ticks: { readonly revision: number; readonly series: number; readonly ticks: readonly PictureState[] } | null = null;
  #drawn: Drawn | null = null;
  #plan: { state: ViewerState | null; key: string; wants: readonly Want[] } = { state: null, key: '', wants: [] };
  #needed: readonly Target[] = [];
  #paintFailure: string | null = null;
  #rested = false;
  #stopResting: () => void = () => {};
  #isAwake = false;

  /**
   * @param tiles are shared by the panes of one study
   * @param before what was looked at when the study had less in it; null when it is opened
   */
  constructor(
    study: StudyDescriptor,
    rim: StoreRim,
    tiles = new SharedTiles(study, rim),
    before: ViewerState | null = null,
  ) {
    this.#rim = rim;
    this.#state = before === null ? openStudy(study) : carried(before, study);
    this.#store = tiles.pane(() => this.#update());
    this.#painter = new Painter({
      paint: (layers) => this.#store.paint(layers),
      drawn: (drawn) => this.#onDrawn(drawn),
      failed: (reason) => this.#onPaintFailed(reason),
    });
    this.thumbnails = new Thumbnails(study, this.#store);
    this.#cine = new CineClock(rim, () => this.#cineStep());
  }

  /** Taken when it is asked for: much more changes between two frames of the screen than is ever shown. */
  get snapshot(): Snapshot {
    this.#snapshot ??= this.#take();
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  attach(canvas: HTMLCanvasElement | null): void {
    this.#painter.attach(canvas);
  }

  /** Range of the frame that is looked at, for gestures that start from it. */
  get range(): Range | null {
    const at = looked(this.#state);
    return at === null ? null : this.#store.range(this.#state.current, at.own.frame);
  }

  /** Whether the target is decoded and here. */
  has(url: string): boolean {
    return this.#store.has(url);
  }

  /** Exact tiles that something on the frame that is looked at is counted over. */
  need(targets: readonly Target[]): void {
    const urls = (all: readonly Target[]) => all.map(({ url }) => url).join(' ');
    if (urls(targets) === urls(this.#needed)) return;
    this.#needed = targets;
    this.#plan = { ...this.#plan, state: null };
    this.#update();
  }

  tally(spec: TallySpec, pieces: readonly TallyPiece[]): Promise<readonly Tally[] | null> {
    return this.#store.tally(spec, pieces);
  }

  dispatch(command: Command): void {
    const before = this.#state;
    this.#state = reduce(before, command);
    if (this.#state === before) return;
    this.#snapshot = null;
    if (looked(before)?.frame !== looked(this.#state)?.frame) this.#restAnew();
    if (this.#isAwake) this.#cine.follow(this.#state.cine);
    this.#update();
  }

  /** The page is shown: from now on tiles are fetched and drawn. */
  wake(): void {
    this.#isAwake = true;
    this.#cine.follow(this.#state.cine);
    this.#update();
  }

  /** The page is hidden or left: nothing is fetched and no decoded pixel is kept. */
  sleep(): void {
    this.#isAwake = false;
    this.#cine.follow({ ...this.#state.cine, playing: false });
    this.#stopResting();
    this.#store.release();
  }

  close(): void {
    this.sleep();
    this.#painter.release();
    this.#listeners.clear();
  }

  retryNow(): void {
    if (this.#isAwake) this.#store.retryNow();
  }

  #restAnew(): void {
    this.#rested = false;
    this.#stopResting();
    this.#stopResting = this.#rim.later(() => {
      this.#rested = true;
      this.#update();
    }, REST_MS);
  }

  /** A step is taken only when the frame before is on the screen and something of the next is here. */
  #cineStep(): void {
    const at = looked(this.#state);
    if (at === null || this.#drawn?.scene.frame !== at.own.frame) return;
    const next = (at.own.frame + 1) % at.series.frames.length;
    if (this.#ticksNow()[next] !== 'none') this.dispatch({ do: 'cine-step' });
  }

  #update(): void {
    if (!this.#isAwake) return;
    this.#planFetches();
    const scene = sceneOf(this.#state, this.#store);
    if (scene !== null) this.#painter.show(this.#state, scene);
    this.thumbnails.refresh();
    this.#tell();
  }

  /** The plan depends on the state and on three facts; tiles that come in change it seldom. */
  #planFetches(): void {
    const facts = { exactIsHere: this.#exactIsHere(), fast: this.#store.isFast, rested: this.#rested };
    const key = JSON.stringify(facts);
    if (this.#plan.state !== this.#state || this.#plan.key !== key) {
      const wants = wantedNow(this.#state, { ...facts, needed: this.#needed, budget: this.#store.budget });
      this.#plan = { state: this.#state, key, wants };
    }
    this.#store.want(this.#plan.wants, distanceFrom(this.#state, this.#plan.wants));
  }

  #exactIsHere(): boolean {
    const frame = this.#state.bySeries[this.#state.current]?.frame ?? 0;
    return visibleTiles(this.#state, frame, 'exact').every((target) => this.#store.settled(target.url));
  }

  #onPaintFailed(reason: string): void {
    this.#paintFailure = reason;
    this.#tell();
  }

  #onDrawn(drawn: Drawn): void {
    this.#drawn = drawn;
    this.#paintFailure = null;
    if (drawn.scene.state !== 'none') this.#store.pictureIsUp();
    this.#tell();
  }

  #tell(): void {
    this.#snapshot = null;
    for (const listener of this.#listeners) listener();
  }

  #take(): Snapshot {
    return {
      state: this.#state,
      drawn: this.#drawn,
      ticks: this.#ticksNow(),
      failure: this.#failure(),
      isOffline: this.#store.isOffline,
      heldBytes: this.#store.bytes,
    };
  }

  /** The same list for as long as nothing came or went, so that what is made of it is not made anew. */
  #ticksNow(): readonly PictureState[] {
    const { revision } = this.#store;
    const { study, current: series } = this.#state;
    if (this.#ticks?.revision !== revision || this.#ticks.series !== series) {
      this.#ticks = { revision, series, ticks: ticksOf(study, series, this.#store.all()) };
    }
    return this.#ticks.ticks;
  }

  #failure(): string | null {
    const at = looked(this.#state);
    if (at === null) return null;
    for (const rendition of ['exact', 'preview'] as const) {
      for (const target of visibleTiles(this.#state, at.own.frame, rendition)) {
        const reason = this.#store.failure(target.url);
        if (reason !== undefined) return reason;
        const tries = this.#store.trouble(target.url);
        if (tries !== undefined && !this.#store.has(target.url)) return text.tileTrouble(tries);
      }
    }
    const isNothingSeen = this.#drawn === null || this.#drawn.scene.state === 'none';
    if (this.#store.isOffline && isNothingSeen) return text.tileOffline;
    return this.#paintFailure;
  }
}
