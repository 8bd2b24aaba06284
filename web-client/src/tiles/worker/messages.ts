// SPDX-License-Identifier: Apache-2.0
// What the page and its pixel worker say to each other. The worker holds all decoded pixels; the page knows their
// addresses and sizes and says which to drop, so that one place keeps the bound.
import type { Tally, TallySpec } from '../../measure/tally';
import type { PreviewLook } from '../../model/previewLook';
import type { Rect, Size } from '../../model/view';
import type { Look, LookKind, Range } from '../../model/voi';

/** How the bytes of a target are to be decoded. */
export type DecodeSpec =
  | { readonly as: 'exact'; readonly size: Size; readonly format: LookKind['format'] }
  /** A JPEG; grey keeps one byte a pixel, colour four. A strip's size is checked, a cropped last row allowed. */
  | { readonly as: 'jpeg'; readonly size: Size; readonly grey: boolean };

export type TileLook =
  | { readonly by: 'values'; readonly look: Look }
  | { readonly by: 'preview'; readonly look: PreviewLook }
  | { readonly by: 'plain'; readonly negative: boolean };

/** A part of a decoded target put at (x, y) of a layer. */
export interface Piece {
  readonly url: string;
  readonly part: Rect;
  readonly x: number;
  readonly y: number;
}

export interface LayerSpec {
  readonly size: Size;
  readonly pieces: readonly Piece[];
  readonly look: TileLook;
}

/** An exact tile of level 0 and where it lies in the image. */
export interface TallyPiece {
  readonly url: string;
  readonly at: Rect;
}

export type Request =
  | {
      readonly do: 'decode';
      readonly id: number;
      readonly url: string;
      readonly bytes: ArrayBuffer;
      readonly spec: DecodeSpec;
    }
  | { readonly do: 'paint'; readonly id: number; readonly layers: readonly LayerSpec[] }
  | {
      readonly do: 'tally';
      readonly id: number;
      readonly spec: TallySpec;
      readonly pieces: readonly TallyPiece[];
    }
  | { readonly do: 'drop'; readonly urls: readonly string[] };

export interface Decoded {
  readonly byteLength: number;
  readonly range: Range | null;
}

export type Reply =
  | { readonly did: 'decode'; readonly id: number; readonly decoded: Decoded }
  | { readonly did: 'paint'; readonly id: number; readonly bitmaps: readonly ImageBitmap[] }
  /** null: not all of the pieces are here. */
  | { readonly did: 'tally'; readonly id: number; readonly tallies: readonly Tally[] | null }
  | { readonly did: 'fail'; readonly id: number; readonly reason: string };
