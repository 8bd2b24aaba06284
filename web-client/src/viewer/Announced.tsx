// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'preact/hooks';

const QUIET_MS = 30_000;

/** Says how a study stands to a screen reader: at once at first, then no more than twice a minute. */
export function Announced({ words }: { readonly words: string }) {
  const [said, setSaid] = useState('');
  const lastAt = useRef(-QUIET_MS);
  useEffect(() => {
    if (words === said) return;
    const wait = Math.max(0, lastAt.current + QUIET_MS - performance.now());
    const timer = setTimeout(() => {
      lastAt.current = performance.now();
      setSaid(words);
    }, wait);
    return () => clearTimeout(timer);
  }, [words, said]);
  return (
    <p class="sr-only" aria-live="polite" data-testid="announced">
      {said}
    </p>
  );
}
