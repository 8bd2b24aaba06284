// SPDX-License-Identifier: Apache-2.0
import type { AuditEntry } from '../contract/audit';
import { studyPath } from '../router';
import { Table } from './Table';
import { adminText } from './text';
import { actionWords, actorWords, exactInstant, outcomeWords } from './words';

const words = adminText.audit;

/** Entries of the audit, one a line, on a phone one a card. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  return (
    <Table kind="audit" titles={[words.when, words.who, words.what, words.outcome, words.study, words.detail]}>
      {entries.map((entry) => (
        <tr key={entry.id} data-testid="audit-row">
          <th scope="row">
            <time dateTime={entry.at}>{exactInstant(entry.at)}</time>
          </th>
          <td data-label={words.who}>
            {actorWords(entry.actor)} <small>{entry.origin}</small>
          </td>
          <td data-label={words.what}>{actionWords(entry.action)}</td>
          <td data-label={words.outcome} class={entry.outcome === 'done' ? undefined : 'admin__bad'}>
            {outcomeWords(entry.outcome)}
          </td>
          <td data-label={words.study} class="admin__uid">
            {entry.study === null ? '–' : <a href={studyPath(entry.study)}>{entry.study}</a>}
          </td>
          <td data-label={words.detail} class="admin__uid">
            <small>{entry.detail ?? ''}</small>
          </td>
        </tr>
      ))}
    </Table>
  );
}
