// SPDX-License-Identifier: Apache-2.0
import type { FrameKind, Series } from '../model/study';
import { unitWords } from '../model/values';

/** What rescaled values are counted in; empty when the file does not say. CT without a Rescale Type is in HU (PS3.3 C.11.1.1.2). */
export function unitOf(series: Series, kind: FrameKind): string {
  if (kind.unit !== null) return unitWords(kind.unit);
  return series.modality === 'CT' ? 'HU' : '';
}
