// SPDX-License-Identifier: Apache-2.0
import type { ToolId } from './state';
import type { Point, Size, View } from './view';
import type { Voi } from './voi';

/** All that a person can do to the viewer. Gestures, keys and buttons make these; `reduce` applies them. */
export type Command =
  | { readonly do: 'series'; readonly index: number }
  | { readonly do: 'frame'; readonly index: number }
  | { readonly do: 'scroll'; readonly by: number }
  | {
      /** Zoom about `at`, then move: one finger, two fingers and the wheel are all this. Device pixels. */
      readonly do: 'move';
      readonly factor: number;
      readonly at: Point;
      readonly dx: number;
      readonly dy: number;
    }
  | { readonly do: 'fit' }
  | { readonly do: 'actual-size' }
  | {
      /** As large as it is in the body, or at the detector: device pixels of the screen a millimetre. */
      readonly do: 'true-size';
      readonly perMm: number;
    }
  | { readonly do: 'window'; readonly window: Voi }
  | { readonly do: 'preset'; readonly id: string }
  | { readonly do: 'invert' }
  | { readonly do: 'rotate' }
  | { readonly do: 'flip' }
  | {
      /** As a presentation state says; null leaves the view, or takes the image's own window. */
      readonly do: 'present';
      readonly view: View | null;
      readonly window: Voi | null;
      readonly negative: boolean;
    }
  | { readonly do: 'reset' }
  | { readonly do: 'tool'; readonly tool: ToolId }
  | { readonly do: 'play' }
  | { readonly do: 'pause' }
  | { readonly do: 'cine-speed'; readonly frameMs: number }
  | { readonly do: 'cine-step' }
  | { readonly do: 'resize'; readonly canvas: Size; readonly devicePixelRatio: number };
