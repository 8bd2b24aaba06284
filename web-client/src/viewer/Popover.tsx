// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly testId: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A small panel over the picture; closes with Escape and when anything else is pressed. */
export function Popover({ label, testId, onClose, children }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const onPointer = (event: PointerEvent) => {
      const { target } = event;
      if (!(target instanceof Element) || panel.current?.contains(target)) return;
      // The button that opened the panel closes it itself.
      if (target.closest('[aria-expanded="true"]') === null) onClose();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('pointerdown', onPointer, { signal, capture: true });
    document.addEventListener('keydown', onKey, { signal });
    return () => ending.abort();
  }, [onClose]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a panel in every browser
    <div ref={panel} class="popover" role="group" aria-label={label} data-testid={testId}>
      {children}
    </div>
  );
}
