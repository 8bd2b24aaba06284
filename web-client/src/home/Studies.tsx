// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';
import type { StudySummary } from '../contract/studies';
import type { OfflineClient } from '../offline/client';
import type { OfflineView } from '../offline/view';
import { isPlainClick, studyPath } from '../router';
import { text } from '../ui/text';
import { PinControl } from './PinControl';
import { Row } from './Row';

interface StudiesProps {
  readonly studies: readonly StudySummary[];
  readonly client: OfflineClient;
  readonly view: OfflineView;
  readonly isOffline: boolean;
  readonly isStale: boolean;
  /** By the clock of whoever told of the studies. */
  readonly now: number | null;
  readonly onOpen: (study: string) => void;
}

/** The rows. Up and down walk them, as in any list. */
export function Studies({ studies, client, view, isOffline, isStale, now, onOpen }: StudiesProps) {
  const open = (event: MouseEvent, study: string) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onOpen(study);
  };
  return (
    <ul class="rows" aria-label={text.studies} aria-busy={isStale} onKeyDown={walk}>
      {studies.map((study) => (
        <Row
          key={study.study}
          study={study}
          href={studyPath(study.study)}
          now={now}
          onOpen={(event) => open(event, study.study)}
        >
          <PinControl study={study} client={client} view={view} isOffline={isOffline} />
        </Row>
      ))}
    </ul>
  );
}

function walk(event: KeyboardEvent): void {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement) || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  const own = event.target instanceof Element ? event.target.closest('.row') : null;
  const at = rows.findIndex((row) => row.closest('.row') === own);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const target = to === undefined ? undefined : rows[to];
  if (target !== undefined) {
    event.preventDefault();
    target.focus();
  } else if (event.key === 'ArrowUp') {
    event.preventDefault();
    document.querySelector<HTMLElement>('[data-testid="search"]')?.focus();
  }
}

interface MoreProps {
  readonly isLoading: boolean;
  readonly onMore: () => void;
}

/** The end of what is loaded: seen, it loads more; a button for those who walk by keyboard. */
export function More({ isLoading, onMore }: MoreProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onMore();
      },
      { rootMargin: '600px' },
    );
    if (button.current !== null) seen.observe(button.current);
    return () => seen.disconnect();
  }, [onMore]);
  return (
    <button ref={button} type="button" class="button more" onClick={onMore}>
      {isLoading ? text.loadingMore : text.loadMore}
    </button>
  );
}
