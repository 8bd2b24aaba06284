// SPDX-License-Identifier: Apache-2.0
import type { Size } from '../../model/view';

/** Decoded pixels as the worker holds them: stored values plus offset, RGB, or a JPEG's grey or RGBA. */
export interface Pixels {
  readonly size: Size;
  readonly channels: 1 | 3 | 4;
  readonly samples: Uint8Array | Uint16Array | Uint8ClampedArray;
}
