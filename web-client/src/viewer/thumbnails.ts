// SPDX-License-Identifier: Apache-2.0
// One small picture a series, cut from its strip once that is here. The canvases belong to the list of series.
import type { StudyDescriptor } from '../model/study';
import type { PaneTiles } from '../tiles/shared';
import { cellRect, sheetOf, stripTarget } from '../tiles/strip';
import { thumbnailFrame } from '../tiles/wanted';

export class Thumbnails {
  readonly #study: StudyDescriptor;
  readonly #store: PaneTiles;
  readonly #canvases = new Map<number, HTMLCanvasElement>();
  readonly #refs = new Map<number, (canvas: HTMLCanvasElement | null) => void>();
  readonly #drawn = new Set<number>();

  constructor(study: StudyDescriptor, store: PaneTiles) {
    this.#study = study;
    this.#store = store;
  }

  /** Says where the thumbnail of a series is to be drawn. The same function each time, so that a render attaches nothing anew. */
  refFor(series: number): (canvas: HTMLCanvasElement | null) => void {
    const known = this.#refs.get(series);
    if (known !== undefined) return known;
    const ref = (canvas: HTMLCanvasElement | null) => this.#attach(series, canvas);
    this.#refs.set(series, ref);
    return ref;
  }

  #attach(series: number, canvas: HTMLCanvasElement | null): void {
    this.#drawn.delete(series);
    if (canvas === null) this.#canvases.delete(series);
    else this.#canvases.set(series, canvas);
    this.refresh();
  }

  refresh(): void {
    for (const [series, canvas] of this.#canvases) {
      if (!this.#drawn.has(series)) void this.#drawOne(series, canvas);
    }
  }

  async #drawOne(index: number, canvas: HTMLCanvasElement): Promise<void> {
    const series = this.#study.series[index];
    if (series === undefined || series.frames.length === 0) return;
    const frame = thumbnailFrame(series);
    const target = stripTarget(series, index, sheetOf(series, frame));
    if (!this.#store.has(target.url)) return;
    this.#drawn.add(index);
    const part = cellRect(series, frame);
    const size = { width: part.width, height: part.height };
    const look = { by: 'plain', negative: false } as const;
    try {
      const pieces = [{ url: target.url, part, x: 0, y: 0 }];
      const [bitmap] = await this.#store.paint([{ size, pieces, look }]);
      if (bitmap === undefined) return;
      canvas.width = size.width;
      canvas.height = size.height;
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      bitmap.close();
    } catch {
      // The worker was lost: drawn again when the strip is back.
      this.#drawn.delete(index);
    }
  }
}
