// SPDX-License-Identifier: Apache-2.0
import type { Upload } from '../contract/uploads';
import { bytes } from '../ui/format';
import type { Line } from './desk';
import { uploadText } from './text';

/** How far an upload is, from 0 to 1; null when nobody knows. */
export function partOf({ state, received, bytes: all, result }: Upload): number | null {
  if (state === 'receiving') return received / all;
  if (state !== 'reading') return 1;
  return result.of > 0 ? Math.min(1, result.items / result.of) : null;
}

/** How an upload stands, in a sentence. */
export function lineWords({ upload, here }: Line): string {
  const { state, received, bytes: all, result } = upload;
  const far = [bytes(received), bytes(all)] as const;
  switch (state) {
    case 'receiving':
      if (here === 'away') return uploadText.goOn(...far);
      return here === 'sending' ? uploadText.sending(...far) : uploadText.waiting(...far);
    case 'reading':
      return uploadText.reading(result.items, result.of);
    case 'failed':
      return uploadText.failed;
    case 'done':
      return resultWords(upload);
  }
}

function resultWords({ result }: Upload): string {
  const parts = [
    result.added > 0 ? uploadText.added(result.added) : '',
    result.duplicates > 0 ? uploadText.duplicates(result.duplicates) : '',
    result.conflicts > 0 ? uploadText.conflicts(result.conflicts) : '',
    result.rejected > 0 ? uploadText.rejected(result.rejected) : '',
  ].filter((words) => words !== '');
  const isNothing = result.added + result.duplicates + result.conflicts === 0;
  return `${isNothing ? [uploadText.nothing, ...parts.slice(1)].join('; ') : parts.join('; ')}.`;
}
