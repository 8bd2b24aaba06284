// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { text } from '../ui/text';

/** Grey shapes where studies will be. */
export function Skeletons() {
  return (
    <ul class="rows" aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <li class="row row--skeleton" key={row}>
          <span class="bone bone--name" />
          <span class="bone bone--facts" />
          <span class="bone bone--study" />
        </li>
      ))}
    </ul>
  );
}

interface NoticeProps {
  readonly icon?: ComponentChildren;
  readonly title: string;
  readonly detail: string;
  readonly action?: string;
  readonly onAction?: () => void;
  readonly isAlert?: boolean;
}

/** Why there is no list, in plain words, and what can be done. */
export function Notice({ icon, title, detail, action, onAction, isAlert = false }: NoticeProps) {
  return (
    <div class="notice" role={isAlert ? 'alert' : 'status'}>
      {icon}
      <h2>{title}</h2>
      <p>{detail}</p>
      {action && (
        <button type="button" class="button button--solid" onClick={onAction}>
          {action}
        </button>
      )}
    </div>
  );
}

interface BannerProps {
  readonly words: string;
  readonly action: string;
  readonly onAction: () => void;
  readonly kind: 'warn' | 'info';
  readonly icon?: ComponentChildren;
}

/** One line across the list. */
export function Banner({ words, action, onAction, kind, icon }: BannerProps) {
  return (
    <div class={`bar bar--${kind}`} role="status">
      {icon}
      <p>{words}</p>
      <button type="button" class="button button--quiet" onClick={onAction}>
        {action}
      </button>
    </div>
  );
}

export const noListWords = (isOffline: boolean, isFiltered: boolean): readonly [string, string] => {
  if (isOffline) return [text.offlineEmptyTitle, text.offlineEmptyDetail];
  return isFiltered ? [text.noMatchTitle, text.noMatchDetail] : [text.emptyTitle, text.emptyDetail];
};
