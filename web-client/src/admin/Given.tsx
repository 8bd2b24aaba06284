// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from 'preact/hooks';
import { Dialog } from '../ui/Dialog';
import { adminText } from './text';

interface GivenProps {
  readonly title: string;
  readonly detail: string;
  readonly value: string;
  readonly onClose: () => void;
}

/** A secret that is shown once, to be copied. */
export function Given({ title, detail, value, onClose }: GivenProps) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = () => {
    field.current?.select();
    const copied = navigator.clipboard?.writeText(value) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => setSaid(adminText.copied),
      () => setSaid(adminText.copyFailed),
    );
  };
  return (
    <Dialog title={title} testId="given" onClose={onClose}>
      <p>{detail}</p>
      <div class="admin__given">
        <input
          ref={field}
          class="admin__value"
          data-testid="given-value"
          readOnly
          aria-label={title}
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button button--solid" onClick={copy}>
          {adminText.copy}
        </button>
      </div>
      <p role="status">{said}</p>
    </Dialog>
  );
}
