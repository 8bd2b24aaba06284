// SPDX-License-Identifier: Apache-2.0
import type { Fetch } from '../contract/pacs';
import { studyPath } from '../router';
import { pacsText } from './pacsText';

interface FetchListProps {
  readonly fetches: readonly Fetch[];
  readonly onStop: (fetch: Fetch) => void;
  readonly onAgain: (fetch: Fetch) => void;
}

/** What is fetched and how far it is, newest first. */
export function FetchList({ fetches, onStop, onAgain }: FetchListProps) {
  return (
    <section aria-labelledby="fetches-title">
      <h2 id="fetches-title" class="admin__subtitle">
        {pacsText.fetches}
      </h2>
      <ul class="admin__fetches">
        {fetches.map((fetch) => (
          <li key={fetch.id} class="admin__fetch" data-testid="fetch" data-state={fetch.state}>
            <div>
              <strong>{fetch.about || fetch.study}</strong> <small>{pacsText.from(fetch.peer)}</small>
              <p class={fetch.state === 'failed' ? 'admin__bad' : undefined}>{stateWords(fetch)}</p>
              {fetch.state === 'running' && (
                <progress
                  aria-label={pacsText.progressOf(fetch.about)}
                  max={Math.max(1, fetch.of)}
                  value={fetch.of === 0 ? undefined : fetch.have}
                />
              )}
            </div>
            <div class="admin__buttons">
              {(fetch.state === 'done' || fetch.have > 0) && (
                <a class="button" href={studyPath(fetch.study)} aria-label={pacsText.openOf(fetch.about)}>
                  {pacsText.open}
                </a>
              )}
              {(fetch.state === 'waiting' || fetch.state === 'running') && (
                <button
                  type="button"
                  class="button"
                  aria-label={pacsText.stopOf(fetch.about)}
                  onClick={() => onStop(fetch)}
                >
                  {pacsText.stop}
                </button>
              )}
              {(fetch.state === 'failed' || fetch.state === 'stopped') && (
                <button
                  type="button"
                  class="button"
                  aria-label={pacsText.againOf(fetch.about)}
                  onClick={() => onAgain(fetch)}
                >
                  {pacsText.again}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateWords({ state, have, of, message }: Fetch): string {
  const count = of === 0 ? '' : `: ${pacsText.of(have, of)}`;
  return `${pacsText.states[state]}${count}${message === '' ? '' : ` – ${message}`}`;
}
