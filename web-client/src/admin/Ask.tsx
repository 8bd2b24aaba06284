// SPDX-License-Identifier: Apache-2.0
import { Dialog } from '../ui/Dialog';
import { adminText } from './text';

interface AskProps {
  readonly title: string;
  readonly detail: string;
  readonly action: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Asks before what cannot be taken back. */
export function Ask({ title, detail, action, onYes, onClose }: AskProps) {
  return (
    <Dialog title={title} testId="confirm" onClose={onClose}>
      <p>{detail}</p>
      <div class="admin__choices">
        <button type="button" class="button" onClick={onClose}>
          {adminText.cancel}
        </button>
        <button
          type="button"
          class="button button--bad"
          data-testid="confirm-yes"
          onClick={() => {
            onClose();
            onYes();
          }}
        >
          {action}
        </button>
      </div>
    </Dialog>
  );
}
