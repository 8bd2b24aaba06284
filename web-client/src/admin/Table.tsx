// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';

interface TableProps {
  /** Heads of the columns; on a phone each cell says its own by `data-label`. */
  readonly titles: readonly string[];
  readonly kind?: 'audit';
  /** One `tr` an entry. */
  readonly children: ComponentChildren;
}

/** A table of the administrator's area: one entry a line, on a phone one a card. */
export function Table({ titles, kind, children }: TableProps) {
  return (
    <table class={kind === undefined ? 'admin__table' : `admin__table admin__table--${kind}`}>
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
