// SPDX-License-Identifier: Apache-2.0
import { pictureOf, type SeriesState } from '../model/state';
import type { FrameKind } from '../model/study';
import { affineOf, type Rect, type Size, scaleOf } from '../model/view';

/** From this magnification on each pixel is drawn as a square: what is seen is what was measured. */
const SQUARES_FROM = 3;

export interface DrawnLayer {
  readonly bitmap: ImageBitmap;
  readonly on: Rect;
}

/** Draws the layers where the view puts the image, on black. */
export function drawPicture(
  context: CanvasRenderingContext2D,
  canvas: Size,
  kind: FrameKind,
  view: SeriesState['view'],
  layers: readonly DrawnLayer[],
): void {
  const picture = pictureOf(kind);
  const map = affineOf(view, picture, canvas);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = '#000';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(map.a, map.b, map.c, map.d, map.e, map.f);
  context.save();
  context.beginPath();
  context.rect(0, 0, kind.columns, kind.rows);
  context.clip();
  for (const { bitmap, on } of layers) {
    const magnified = (scaleOf(view, picture, canvas) * on.width) / bitmap.width;
    const isThumbnail = bitmap.width < kind.columns / 3;
    context.imageSmoothingEnabled = isThumbnail || !(magnified >= SQUARES_FROM || Math.abs(magnified - 1) < 1e-6);
    // Going down needs the neighbours' mean, else fine lines break up; going up, bilinear is as good and quick.
    context.imageSmoothingQuality = magnified < 1 ? 'medium' : 'low';
    // Edges of neighbours that fall between two device pixels would let the black below shine through.
    const seam = magnified < 1 && kind.levels > 1 ? 0.5 / scaleOf(view, picture, canvas) : 0;
    context.drawImage(bitmap, on.x, on.y, on.width + seam, on.height + seam);
  }
  context.restore();
}
