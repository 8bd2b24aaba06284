// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import '../styles/account.css';
import { Mark } from '../ui/icons';
import { text } from '../ui/text';

interface PageProps {
  readonly title: string;
  readonly testId: string;
  readonly children: ComponentChildren;
}

/** A page of its own around one form. */
export function Page({ title, testId, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} – ${text.product}`;
    return () => {
      document.title = text.product;
    };
  }, [title]);
  return (
    <main class="account" data-testid={testId}>
      <Mark />
      <h1>{title}</h1>
      {children}
    </main>
  );
}

/** What went wrong, said at once; an empty place while nothing did, so that it is announced when something does. */
export function Failure({ words }: { readonly words: string }) {
  return (
    <p class="account__failure" role="alert" data-testid="failure">
      {words}
    </p>
  );
}
