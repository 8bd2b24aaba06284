// SPDX-License-Identifier: Apache-2.0
// Which of the pixels that are here make the picture: one layer that covers all that is seen, the best there is, and on top
// of it those better tiles that came already. Pure.
import { firstPreset } from '../model/presets';
import { type Looked, looked, pictureOf, type ViewerState, windowInForce } from '../model/state';
import type { FrameKind } from '../model/study';
import { type Rect, scaleOf } from '../model/view';
import { lookKind, type Range, type Voi } from '../model/voi';
import { windowOfRange } from '../model/windowOfRange';
import { levelFor, levelSize, type Target, type TileRendition } from '../tiles/address';
import type { HeldTile } from '../tiles/store';
import { cellRect, sheetOf, stripTarget } from '../tiles/strip';
import { visibleTiles } from '../tiles/visible';
import type { LayerSpec, Piece, TileLook } from '../tiles/worker/messages';

export type PictureState = 'none' | 'strip' | 'preview' | 'exact';

export interface Layer {
  readonly spec: LayerSpec;
  /** Where the layer lies on the image, in image pixels; may reach beyond its edges. */
  readonly on: Rect;
}

export interface Scene {
  /** Equal keys, equal pictures: nothing has to be drawn anew by the worker. */
  readonly key: string;
  readonly series: number;
  readonly frame: number;
  readonly kind: FrameKind;
  readonly layers: readonly Layer[];
  /** State of the worst part of what is seen. */
  readonly state: PictureState;
  readonly level: number;
  /** Bytes of stored values over bytes on the wire, of a preview that is shown. */
  readonly jpegRatio: number | null;
  /** The window that the picture is drawn with; null: its own range, see `range`. */
  readonly window: Voi | null;
  readonly range: Range | null;
  readonly negative: boolean;
}

/** What the scene has to know of the tiles that are here. */
export interface Held {
  has(url: string): boolean;
  held(url: string): HeldTile | undefined;
  range(series: number, frame: number): Range | null;
}

export function sceneOf(state: ViewerState, held: Held): Scene | null {
  const at = looked(state);
  if (at === null) return null;
  const source = { state, at, held };
  const base = bestWhole(source);
  const layers = [base?.layer, ...betterParts(source, base)].filter((layer) => layer !== undefined);
  const window = windowInForce(at.series, at.kind, at.own.window);
  const scene = {
    series: state.current,
    frame: at.own.frame,
    kind: at.kind,
    layers,
    state: base?.state ?? 'none',
    level: base?.level ?? 0,
    jpegRatio: base?.state === 'preview' ? jpegRatio(base.targets, at.kind, held) : null,
    window,
    range: held.range(state.current, at.own.frame),
    negative: at.own.negative,
  };
  const key = JSON.stringify([scene.series, scene.frame, layers.map((layer) => layer.spec)]);
  return { ...scene, key };
}

interface Source {
  readonly state: ViewerState;
  readonly at: Looked;
  readonly held: Held;
}

interface Base {
  readonly state: PictureState;
  readonly level: number;
  readonly targets: readonly Target[];
  readonly layer: Layer;
}

const wantedLevel = ({ state, at }: Source): number =>
  levelFor(scaleOf(at.own.view, pictureOf(at.kind), state.canvas), at.kind.levels);

/** Exact at the level that fits or finer, preview likewise, then coarser ones, then the thumbnail. */
function bestWhole(source: Source): Base | null {
  const fits = wantedLevel(source);
  const finer = Array.from({ length: fits + 1 }, (_, step) => fits - step);
  const coarser = Array.from({ length: source.at.kind.levels - 1 - fits }, (_, step) => fits + 1 + step);
  const order: [TileRendition, number[]][] = [
    ['exact', finer],
    ['preview', finer],
    ['exact', coarser],
    ['preview', coarser],
  ];
  for (const [rendition, levels] of order) {
    for (const level of levels) {
      const base = whole(source, rendition, level);
      if (base !== null) return base;
    }
  }
  return thumbnail(source);
}

function whole(source: Source, rendition: TileRendition, level: number): Base | null {
  const { state, at, held } = source;
  const targets = visibleTiles(state, at.own.frame, rendition, level);
  if (targets.length === 0 || !targets.every((target) => held.has(target.url))) return null;
  return { state: rendition, level, targets, layer: layerOf(source, rendition, level, targets) };
}

function betterParts(source: Source, base: Base | null): Layer[] {
  const level = wantedLevel(source);
  const { state, at, held } = source;
  const parts = (rendition: TileRendition): Layer[] => {
    const here = visibleTiles(state, at.own.frame, rendition, level).filter((target) => held.has(target.url));
    return here.length === 0 ? [] : [layerOf(source, rendition, level, here)];
  };
  const isBest = base !== null && base.level <= level;
  if (isBest && base.state === 'exact') return [];
  if (isBest && base.state === 'preview') return parts('exact');
  return [...parts('preview'), ...parts('exact')];
}

function layerOf(source: Source, rendition: TileRendition, level: number, targets: readonly Target[]): Layer {
  const { kind } = source.at;
  const size = levelSize(kind, level);
  const tiles = targets.flatMap((target) => (target.rendition === 'strip' ? [] : [target]));
  const left = Math.min(...tiles.map((tile) => tile.column)) * kind.tile;
  const top = Math.min(...tiles.map((tile) => tile.row)) * kind.tile;
  const right = Math.min(size.width, (Math.max(...tiles.map((tile) => tile.column)) + 1) * kind.tile);
  const bottom = Math.min(size.height, (Math.max(...tiles.map((tile) => tile.row)) + 1) * kind.tile);
  const pieces: Piece[] = tiles.map((tile) => ({
    url: tile.url,
    part: { x: 0, y: 0, ...tile.size },
    x: tile.column * kind.tile - left,
    y: tile.row * kind.tile - top,
  }));
  const pixel = 2 ** level;
  const region = { width: right - left, height: bottom - top };
  return {
    spec: { size: region, pieces, look: lookOf(source, rendition) },
    on: {
      x: left * pixel,
      y: top * pixel,
      width: region.width * pixel,
      height: region.height * pixel,
    },
  };
}

function thumbnail(source: Source): Base | null {
  const { state, at, held } = source;
  const target = stripTarget(at.series, state.current, sheetOf(at.series, at.own.frame));
  if (!held.has(target.url)) return null;
  const part = cellRect(at.series, at.own.frame);
  const size = { width: part.width, height: part.height };
  const spec = { size, pieces: [{ url: target.url, part, x: 0, y: 0 }], look: lookOf(source, 'strip') };
  const on = { x: 0, y: 0, width: at.kind.columns, height: at.kind.rows };
  return { state: 'strip', level: 0, targets: [target], layer: { spec, on } };
}

function lookOf({ state, at, held }: Source, rendition: TileRendition | 'strip'): TileLook {
  const { kind, own, series } = at;
  const plain: TileLook = { by: 'plain', negative: own.negative };
  if (kind.format === 'RGB8') return plain;
  const wanted = windowInForce(series, kind, own.window);
  const range = held.range(state.current, own.frame);
  if (rendition === 'exact') {
    return { by: 'values', look: { kind: lookKind(kind), window: wanted, range, negative: own.negative } };
  }
  const made = firstPreset(series, kind) ?? (range === null ? null : windowOfRange(range, kind));
  if (made === null || wanted === null || sameVoi(made, wanted)) return plain;
  const look = { made, wanted, inverted: kind.inverted, negative: own.negative };
  return { by: 'preview', look };
}

const sameVoi = (one: Voi, other: Voi): boolean =>
  one.center === other.center &&
  one.width === other.width &&
  one.function === other.function &&
  one.lut?.id === other.lut?.id;

function jpegRatio(targets: readonly Target[], kind: FrameKind, held: Held): number | null {
  const bytesPerPixel = { GREY8: 1, GREY16: 2, RGB8: 3 }[kind.format];
  let stored = 0;
  let wire = 0;
  for (const target of targets) {
    stored += target.size.width * target.size.height * bytesPerPixel;
    wire += held.held(target.url)?.wireBytes ?? 0;
  }
  return wire > 0 ? stored / wire : null;
}
