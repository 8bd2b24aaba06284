// SPDX-License-Identifier: Apache-2.0
// What a presentation state means for the frame that is looked at. Pure.
import type { PresentationArea, PresentationDocument, PresentedImage } from '../contract/presentation';
import { type Looked, pictureOf } from './state';
import type { FrameKind } from './study';
import { FITTED, type Size, type Turn, type View } from './view';
import type { Voi } from './voi';
import { readLut, windowNear } from './voiLut';

/** The part of the state that is for this frame; null: it says nothing of it. */
export function presentedImage(document: PresentationDocument, at: Looked): PresentedImage | null {
  const instance = at.series.instances[at.frame.instance]?.instance;
  return document.images.find((image) => image.instance === instance && image.frames.includes(at.frame.frame)) ?? null;
}

/** Rotation comes before the flip (PS3.3 C.10.6); a view mirrors first and then turns. */
export function turnOf(document: Pick<PresentationDocument, 'rotation' | 'flip'>): Turn {
  const quarters = (document.rotation / 90) as Turn['quarters'];
  return document.flip
    ? { flipped: true, quarters: ((4 - quarters) % 4) as Turn['quarters'] }
    : { flipped: false, quarters };
}

/** The window or table; null: the frame's own. */
export function voiOf(document: PresentationDocument, image: PresentedImage): Voi | null {
  const { look } = image;
  if (look === null) return null;
  if (look.window !== null) return look.window;
  const table = look.table === null ? undefined : document.tables[look.table];
  if (table === undefined || look.table === null) return null;
  const lut = readLut(look.table, document.label || 'Presentation state', table);
  return lut === null ? null : { ...windowNear(lut), function: 'LINEAR_EXACT', lut };
}

/** CSS pixels a millimetre where nobody measured the screen. */
const PER_MM = 96 / 25.4;

export function viewOf(
  document: PresentationDocument,
  image: PresentedImage,
  kind: FrameKind,
  canvas: Size,
  devicePixelRatio: number,
): View {
  const turn = turnOf(document);
  const { area } = image;
  if (area === null || isWhole(area, kind)) return { ...FITTED, turn };
  const picture = pictureOf(kind);
  const width = area.right - area.left + 1;
  const height = (area.bottom - area.top + 1) * picture.pixelAspect;
  const sideways = turn.quarters % 2 === 1;
  const fits = Math.min(canvas.width / (sideways ? height : width), canvas.height / (sideways ? width : height));
  const scale = scaleFor(area, devicePixelRatio) ?? fits;
  const centerX = (area.left - 1 + area.right) / 2 / kind.columns;
  const centerY = (area.top - 1 + area.bottom) / 2 / kind.rows;
  return { turn, zoom: { mode: 'free', scale, centerX, centerY } };
}

function scaleFor(area: PresentationArea, devicePixelRatio: number): number | null {
  if (area.mode === 'MAGNIFY') return area.magnification;
  const column = area.spacing?.[1];
  return area.mode === 'TRUE SIZE' && column !== undefined ? column * PER_MM * devicePixelRatio : null;
}

const isWhole = (area: PresentationArea, kind: FrameKind): boolean =>
  area.mode === 'SCALE TO FIT' &&
  area.left <= 1 &&
  area.top <= 1 &&
  area.right >= kind.columns &&
  area.bottom >= kind.rows;
