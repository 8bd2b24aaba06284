// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { CrossIcon } from './icons';
import { text } from './text';

interface Props {
  readonly title: string;
  readonly testId: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A card over the page. The browser keeps the focus inside, gives it back afterwards, and closes it at Escape. */
export function Dialog({ title, testId, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const closeOutside = (event: MouseEvent) => {
    if (event.target === dialog.current) close();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      class="settings"
      data-testid={testId}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={closeOutside}
    >
      <div class="settings__body">
        <header class="settings__head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" class="button button--icon" aria-label={text.close} onClick={close}>
            <CrossIcon />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
