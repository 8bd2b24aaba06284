// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { text } from './text';

interface Props<P> {
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
}

/** A part of the application that is fetched when it is first shown. */
export function Later<P>({ load, props }: Props<P>) {
  const [Part, setPart] = useState<ComponentType<P> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    setBroken(false);
    load().then(
      (loaded) => setPart(() => loaded),
      () => setBroken(true),
    );
  }, [load, attempt]);
  if (Part !== null) return <Part {...(props as P & object)} />;
  return (
    <main class="opening" aria-live="polite">
      <p>{isBroken ? text.partFailed : text.partLoading}</p>
      {isBroken && (
        <button type="button" class="button button--solid" onClick={() => setAttempt((before) => before + 1)}>
          {text.retry}
        </button>
      )}
    </main>
  );
}
