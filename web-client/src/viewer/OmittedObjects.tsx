// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { Omitted } from '../model/study';
import { Dialog } from '../ui/Dialog';
import { text } from '../ui/text';
import { omittedLines } from './omitted';

/** How many objects of the study have no picture; pressed, it says why. */
export function OmittedObjects({ omitted }: { readonly omitted: readonly Omitted[] }) {
  const [isOpen, setOpen] = useState(false);
  if (omitted.length === 0) return null;
  return (
    <>
      <button
        type="button"
        class="series-list__omitted"
        data-testid="omitted"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {text.withoutPicture(omitted.length)}
      </button>
      {isOpen && (
        <Dialog title={text.withoutPictureTitle} testId="omitted-card" onClose={() => setOpen(false)}>
          <p>{text.withoutPictureDetail}</p>
          <OmittedReasons omitted={omitted} />
        </Dialog>
      )}
    </>
  );
}

export function OmittedReasons({ omitted }: { readonly omitted: readonly Omitted[] }) {
  return (
    <ul class="omitted-reasons">
      {omittedLines(omitted).map(({ reason, count }) => (
        <li key={reason}>{text.withoutPictureLine(count, reason)}</li>
      ))}
    </ul>
  );
}
