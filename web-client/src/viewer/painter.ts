// SPDX-License-Identifier: Apache-2.0
// Keeps the canvas in step with the scene: asks the worker for the layers of the latest scene, one request at a time, and
// draws what came. While a picture is being made the one before it stays, with its own labels. Confined to the main thread.
import type { ViewerState } from '../model/state';
import { pictureOf } from '../model/state';
import { imageRect, type Rect, type Size, scaleOf, type View } from '../model/view';
import { WorkerLost } from '../tiles/pixelClient';
import type { LayerSpec } from '../tiles/worker/messages';
import { type DrawnLayer, drawPicture } from './draw';
import type { Scene } from './scene';

/** What is on the canvas; labels describe this. */
export interface Drawn {
  readonly scene: Scene;
  /** Device pixels an image column. */
  readonly scale: number;
  /** Where the image lies on the canvas, in CSS pixels. */
  readonly rect: Rect;
}

interface Kept {
  readonly scene: Scene;
  readonly layers: readonly DrawnLayer[];
}

/** What the canvas was last drawn from: while all of it is the same there is nothing to draw. */
interface DrawnFrom {
  readonly layers: readonly DrawnLayer[];
  readonly view: View;
  readonly size: Size;
  readonly canvas: HTMLCanvasElement;
}

export interface PainterRim {
  readonly paint: (layers: readonly LayerSpec[]) => Promise<readonly ImageBitmap[]>;
  readonly drawn: (drawn: Drawn) => void;
  /** The picture that was asked for cannot be drawn; what is on the canvas is still the one before. */
  readonly failed: (reason: string) => void;
}

export class Painter {
  readonly #rim: PainterRim;
  #canvas: HTMLCanvasElement | null = null;
  #kept: Kept | null = null;
  #state: ViewerState | null = null;
  #wanted: Scene | null = null;
  #from: DrawnFrom | null = null;
  #isPainting = false;
  #count = 0;
  #told: Scene | null = null;

  constructor(rim: PainterRim) {
    this.#rim = rim;
  }

  attach(canvas: HTMLCanvasElement | null): void {
    this.#canvas = canvas;
  }

  show(state: ViewerState, scene: Scene): void {
    this.#state = state;
    this.#wanted = this.#staysAsItIs(scene) ? null : scene;
    if (this.#kept !== null && this.#kept.scene.key === scene.key) {
      this.#kept = { ...this.#kept, scene };
      this.#wanted = null;
    }
    this.#draw();
    void this.#paintWanted();
  }

  release(): void {
    this.#closeKept();
    this.#wanted = null;
    this.#state = null;
  }

  /** Pixels that were freed while the tab was hidden are no reason to blank the picture that they made. */
  #staysAsItIs(scene: Scene): boolean {
    const kept = this.#kept?.scene;
    return scene.state === 'none' && scene.layers.length === 0 && isSamePicture(kept, scene);
  }

  async #paintWanted(): Promise<void> {
    if (this.#isPainting) return;
    this.#isPainting = true;
    try {
      for (let scene = this.#wanted; scene !== null; scene = this.#wanted) {
        this.#wanted = null;
        const specs = scene.layers.map((layer) => layer.spec);
        const bitmaps = specs.length === 0 ? [] : await this.#rim.paint(specs);
        this.#keep(scene, bitmaps);
        this.#draw();
      }
    } catch (cause) {
      this.#wanted = null;
      // A worker that was lost is started anew by the store, and the next scene is asked for then.
      if (!(cause instanceof WorkerLost)) this.#rim.failed(cause instanceof Error ? cause.message : 'unknown');
    } finally {
      this.#isPainting = false;
    }
  }

  #keep(scene: Scene, bitmaps: readonly ImageBitmap[]): void {
    this.#closeKept();
    const layers = scene.layers.flatMap(({ on }, index) => {
      const bitmap = bitmaps[index];
      return bitmap === undefined ? [] : [{ bitmap, on }];
    });
    this.#kept = { scene, layers };
  }

  #closeKept(): void {
    for (const { bitmap } of this.#kept?.layers ?? []) bitmap.close();
    this.#kept = null;
  }

  #draw(): void {
    const canvas = this.#canvas;
    const state = this.#state;
    const context = canvas?.getContext('2d', { alpha: false });
    if (!canvas || !context || state === null || this.#kept === null) return;
    const { scene, layers } = this.#kept;
    const view = state.bySeries[scene.series]?.view;
    // A picture of another series stays until the new one is there, drawn as it was.
    if (view === undefined || (scene.series !== state.current && this.#count > 0)) return;
    const from: DrawnFrom = { layers, view, size: state.canvas, canvas };
    const isNew = !isSameDrawing(this.#from, from);
    if (isNew) {
      fitBacking(canvas, state);
      drawPicture(context, state.canvas, scene.kind, view, layers);
      this.#from = from;
    } else if (this.#told === scene) {
      return;
    }
    const picture = pictureOf(scene.kind);
    const drawn = {
      scene,
      scale: scaleOf(view, picture, state.canvas),
      rect: inCss(imageRect(view, picture, state.canvas), state.devicePixelRatio),
    };
    this.#told = scene;
    if (isNew) this.#count++;
    this.#publish(canvas, drawn);
  }

  /** What the browser tests, and anybody who scripts the page, may rely on; see Stage. */
  #publish(canvas: HTMLCanvasElement, drawn: Drawn): void {
    const { x, y, width, height } = drawn.rect;
    const facts = {
      state: drawn.scene.state,
      frame: String(drawn.scene.frame),
      series: String(drawn.scene.series),
      imageRect: [x, y, width, height].join(','),
      drawn: String(this.#count),
    };
    for (const [name, fact] of Object.entries(facts)) {
      if (canvas.dataset[name] !== fact) canvas.dataset[name] = fact;
    }
    this.#rim.drawn(drawn);
  }
}

function isSamePicture(one: Scene | undefined, other: Scene): boolean {
  if (one === undefined) return false;
  const look = (scene: Scene) => JSON.stringify([scene.series, scene.frame, scene.window, scene.negative]);
  return look(one) === look(other);
}

const isSameDrawing = (one: DrawnFrom | null, other: DrawnFrom): boolean =>
  one !== null &&
  one.layers === other.layers &&
  one.view === other.view &&
  one.size === other.size &&
  one.canvas === other.canvas;

const inCss = (rect: Rect, ratio: number): Rect => ({
  x: rect.x / ratio,
  y: rect.y / ratio,
  width: rect.width / ratio,
  height: rect.height / ratio,
});

/** Setting a canvas' size clears it, so it is done only just before drawing. */
function fitBacking(canvas: HTMLCanvasElement, state: ViewerState): void {
  const { width, height } = state.canvas;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
