// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Arrival, parseArrival } from '../contract/arrival';
import { Json } from '../contract/json';
import { nowBy, type Said, saidBy } from '../contract/source';
import { ask } from '../session/ask';
import { arrivalWords, countWords, nextLookMs } from '../ui/arrival';
import { text } from '../ui/text';
import type { StudyResult } from './loadStudy';

/** While a study arrives its new pictures are taken in no more often than that: each time the stack is laid out anew. */
const REFRESH_MS = 10_000;

export interface ArrivalView {
  /** "142 of 320 images, last 20 s ago"; empty when the study is whole. */
  readonly words: string;
  /** The same without a time. */
  readonly counts: string;
}

interface Heard {
  readonly arrival: Arrival | null;
  readonly said: Said;
}

/**
 * How much of an open study is here. The server is asked for a few bytes every five seconds while it arrives, once a minute else; when
 * there is more than is shown, the study is loaded again, quietly.
 */
export function useArrival(result: StudyResult | null, refresh: (signal: AbortSignal) => Promise<void>): ArrivalView {
  const ready = result?.kind === 'ready' ? result : null;
  const shown = ready?.study.arrival ?? null;
  const study = ready?.study.study ?? null;
  const [heard, setHeard] = useState<Heard | null>(null);
  const [turn, tick] = useState(0);
  const refreshedAt = useRef(0);
  useEffect(() => {
    if (ready === null) return setHeard(null);
    setHeard({ arrival: ready.study.arrival, said: ready.said });
  }, [ready]);
  useEffect(() => {
    if (study === null || heard === null) return;
    const controller = new AbortController();
    const look = async () => {
      if (document.hidden || !navigator.onLine) return tick((n) => n + 1);
      const next = await lookAt(study, controller.signal);
      if (controller.signal.aborted) return;
      if (next === null) return tick((n) => n + 1);
      const isDue = Date.now() - refreshedAt.current >= REFRESH_MS || next.arrival?.have === next.arrival?.expected;
      if (isDue && (next.arrival?.have ?? 0) > (shown?.have ?? 0)) {
        refreshedAt.current = Date.now();
        await refresh(controller.signal);
      }
      if (!controller.signal.aborted) setHeard(next);
    };
    const timer = setTimeout(() => void look(), nextLookMs(heard.arrival, nowBy(heard.said)));
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [study, heard, shown, refresh, turn]);
  if (heard === null) return { words: '', counts: '' };
  const counts = countWords(heard.arrival, nowBy(heard.said));
  const more = (heard.arrival?.have ?? 0) - (shown?.have ?? 0);
  const words = arrivalWords(heard.arrival, nowBy(heard.said));
  return { words: words === '' && more > 0 && shown !== null ? text.serverHasMore(more) : words, counts };
}

async function lookAt(study: string, signal: AbortSignal): Promise<Heard | null> {
  try {
    const response = await ask(`/api/v1/studies/${study}/arrival`, { signal });
    if (!response.ok) return null;
    const arrival = parseArrival(Json.parse(await response.text()));
    return { arrival, said: saidBy(response) };
  } catch {
    return null;
  }
}
