// SPDX-License-Identifier: Apache-2.0
// Where an image lies on the canvas. Lengths on the canvas are device pixels (CSS pixels x devicePixelRatio), so that
// a scale of 1 is "pixel for pixel" on every display. Pure functions.

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An image as it is shown: columns wide and rows x pixelAspect high (both in image columns' widths). */
export interface Picture {
  readonly columns: number;
  readonly rows: number;
  readonly pixelAspect: number;
}

/** Quarter turns clockwise after an optional mirroring left to right. */
export interface Turn {
  readonly quarters: 0 | 1 | 2 | 3;
  readonly flipped: boolean;
}

/**
 * `fit`: the whole image, whatever the canvas. `free`: `scale` device pixels a column, with the image's point
 * (`centerX`, `centerY`), as parts of its width and height, at the centre of the canvas; survives a resize.
 */
export type Zoom =
  | { readonly mode: 'fit' }
  | {
      readonly mode: 'free';
      readonly scale: number;
      readonly centerX: number;
      readonly centerY: number;
    };

export interface View {
  readonly zoom: Zoom;
  readonly turn: Turn;
}

/** Affine map from image pixels (columns, rows; corners at integers) to device pixels: x' = a x + c y + e, y' = b x + d y + f. */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const FITTED: View = {
  zoom: { mode: 'fit' },
  turn: { quarters: 0, flipped: false },
};

export const MIN_SCALE = 0.02;
export const MAX_SCALE = 64;

const shownSize = (picture: Picture): Size => ({
  width: picture.columns,
  height: picture.rows * picture.pixelAspect,
});

/** The scale that shows the whole image, turned, on the canvas. */
export function fitScale(picture: Picture, turn: Turn, canvas: Size): number {
  const shown = shownSize(picture);
  const sideways = turn.quarters % 2 === 1;
  const width = sideways ? shown.height : shown.width;
  const height = sideways ? shown.width : shown.height;
  const scale = Math.min(canvas.width / width, canvas.height / height);
  return Number.isFinite(scale) && scale > 0 ? clampScale(scale) : 1;
}

export const clampScale = (scale: number): number => Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale));

export function scaleOf(view: View, picture: Picture, canvas: Size): number {
  return view.zoom.mode === 'fit' ? fitScale(picture, view.turn, canvas) : view.zoom.scale;
}

/** The turned unit vectors: where one step to the right and one down in the image go on the canvas. */
function turned(turn: Turn): { right: Point; down: Point } {
  const cos = [1, 0, -1, 0][turn.quarters] ?? 1;
  const sin = [0, 1, 0, -1][turn.quarters] ?? 0;
  const mirror = turn.flipped ? -1 : 1;
  return {
    right: { x: cos * mirror, y: sin * mirror },
    down: { x: -sin, y: cos },
  };
}

/** The map that draws the image. At whole scales the offset is whole, so that each image pixel covers whole device pixels. */
export function affineOf(view: View, picture: Picture, canvas: Size): Affine {
  const asked = scaleOf(view, picture, canvas);
  const isWhole = Math.abs(asked - Math.round(asked)) < 1e-6;
  const scale = isWhole ? Math.round(asked) : asked;
  const { right, down } = turned(view.turn);
  const a = right.x * scale;
  const b = right.y * scale;
  const c = down.x * scale * picture.pixelAspect;
  const d = down.y * scale * picture.pixelAspect;
  const centerX = (view.zoom.mode === 'fit' ? 0.5 : view.zoom.centerX) * picture.columns;
  const centerY = (view.zoom.mode === 'fit' ? 0.5 : view.zoom.centerY) * picture.rows;
  const e = canvas.width / 2 - (a * centerX + c * centerY);
  const f = canvas.height / 2 - (b * centerX + d * centerY);
  return { a, b, c, d, e: isWhole ? Math.round(e) : e, f: isWhole ? Math.round(f) : f };
}

export const toCanvas = (map: Affine, point: Point): Point => ({
  x: map.a * point.x + map.c * point.y + map.e,
  y: map.b * point.x + map.d * point.y + map.f,
});

/** The image point under a canvas point. */
export function toImage(map: Affine, point: Point): Point {
  const determinant = map.a * map.d - map.b * map.c;
  const x = point.x - map.e;
  const y = point.y - map.f;
  return {
    x: (map.d * x - map.c * y) / determinant,
    y: (map.a * y - map.b * x) / determinant,
  };
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const bounds = (one: Point, other: Point): Rect => ({
  x: Math.min(one.x, other.x),
  y: Math.min(one.y, other.y),
  width: Math.abs(one.x - other.x),
  height: Math.abs(one.y - other.y),
});

/** Where the whole image lies on the canvas, in device pixels; may reach beyond it. */
export function imageRect(view: View, picture: Picture, canvas: Size): Rect {
  const map = affineOf(view, picture, canvas);
  return bounds(toCanvas(map, { x: 0, y: 0 }), toCanvas(map, { x: picture.columns, y: picture.rows }));
}

/** The part of the image that the canvas shows, in image pixels, cropped to the image. */
export function visiblePart(view: View, picture: Picture, canvas: Size): Rect {
  const map = affineOf(view, picture, canvas);
  const seen = bounds(toImage(map, { x: 0, y: 0 }), toImage(map, { x: canvas.width, y: canvas.height }));
  const left = Math.max(0, seen.x);
  const top = Math.max(0, seen.y);
  const right = Math.min(picture.columns, seen.x + seen.width);
  const bottom = Math.min(picture.rows, seen.y + seen.height);
  return {
    x: left,
    y: top,
    width: Math.max(0, right - left),
    height: Math.max(0, bottom - top),
  };
}

/** A free zoom at `scale` with the image point `held` under the canvas point `at`; the image never leaves the canvas. */
function holding(view: View, picture: Picture, canvas: Size, scale: number, held: Point, at: Point): View {
  const { right, down } = turned(view.turn);
  const dx = (canvas.width / 2 - at.x) / scale;
  const dy = (canvas.height / 2 - at.y) / scale;
  const x = held.x + right.x * dx + right.y * dy;
  const y = held.y + (down.x * dx + down.y * dy) / picture.pixelAspect;
  const part = (value: number) => Math.min(1, Math.max(0, value));
  const zoom = {
    mode: 'free' as const,
    scale,
    centerX: part(x / picture.columns),
    centerY: part(y / picture.rows),
  };
  return { ...view, zoom };
}

/** Zooms by `factor` and keeps the image point under `at` there, then moves it by (dx, dy) device pixels. */
export function zoomAbout(view: View, picture: Picture, canvas: Size, factor: number, at: Point, dx = 0, dy = 0): View {
  const map = affineOf(view, picture, canvas);
  const scale = clampScale(scaleOf(view, picture, canvas) * factor);
  const held = toImage(map, at);
  return holding(view, picture, canvas, scale, held, { x: at.x + dx, y: at.y + dy });
}

/** One image column on `perColumn` device pixels, about the centre of what is seen. */
export function atScale(view: View, picture: Picture, canvas: Size, perColumn: number): View {
  const middle = { x: canvas.width / 2, y: canvas.height / 2 };
  return zoomAbout(view, picture, canvas, perColumn / scaleOf(view, picture, canvas), middle);
}

export const turnRight = (turn: Turn): Turn => ({
  ...turn,
  quarters: ((turn.quarters + 1) % 4) as Turn['quarters'],
});

/** Mirrors what is on the screen left to right, also when it is turned. */
export const mirror = (turn: Turn): Turn => ({
  flipped: !turn.flipped,
  quarters: ((4 - turn.quarters) % 4) as Turn['quarters'],
});
