// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { sliceText, stateText } from './labels';
import type { Snapshot } from './session';

const QUIET_MS = 700;

/** Says slice and state to a screen reader, once the reader has stopped scrolling. */
export function Spoken({ snapshot }: { readonly snapshot: Snapshot }) {
  const { drawn, state } = snapshot;
  const series = drawn === null ? undefined : state.study.series[drawn.scene.series];
  const text =
    drawn === null || series === undefined ? '' : `${sliceText(series, drawn.scene.frame)}, ${stateText(drawn.scene)}`;
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="sr-only" aria-live="polite">
      {said}
    </p>
  );
}
