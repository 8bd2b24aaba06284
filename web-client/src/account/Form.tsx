// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer } from '../session/client';
import { Failure } from './Page';
import { refusalWords } from './words';

interface FormProps {
  readonly testId: string;
  readonly action: string;
  /** What the button says while the answer is awaited. */
  readonly busyAction: string;
  /** What is missing or wrong as it stands, in words; empty when it can be sent. */
  readonly fault: string;
  readonly send: () => Promise<Answer>;
  readonly onAnswer?: (answer: Answer) => void;
  readonly children: ComponentChildren;
}

/** Fields, what went wrong, and one button; sends once at a time. */
export function Form({ testId, action, busyAction, fault, send, onAnswer, children }: FormProps) {
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setFailure(fault);
    if (fault !== '') return;
    setBusy(true);
    const answer = await send();
    setBusy(false);
    setFailure(refusalWords(answer));
    onAnswer?.(answer);
  };
  return (
    <form class="account__form" onSubmit={(event) => void submit(event)}>
      {children}
      <Failure words={failure} />
      <button type="submit" class="button button--solid" data-testid={testId} aria-disabled={isBusy}>
        {isBusy ? busyAction : action}
      </button>
    </form>
  );
}
