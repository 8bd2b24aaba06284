// SPDX-License-Identifier: Apache-2.0
import { useId, useState } from 'preact/hooks';
import { Field } from '../account/Field';
import { isoDay } from '../ui/format';
import { pacsText } from './pacsText';

/** What is searched for, as the server wants it; `days` before today, null for any date. */
export interface PacsQuestion {
  readonly pacs: string;
  readonly name: string;
  readonly id: string;
  readonly accession: string;
  readonly days: number | null;
}

/** The address of a search. */
export function pacsPath({ pacs, name, id, accession, days }: PacsQuestion, today: Date): string {
  const query = new URLSearchParams();
  if (name.trim() !== '') query.set('name', name.trim());
  if (id.trim() !== '') query.set('id', id.trim().replace(/\s+/g, ''));
  if (accession.trim() !== '') query.set('accession', accession.trim());
  if (days !== null) {
    const from = new Date(today);
    from.setDate(from.getDate() - days);
    query.set('date', `${isoDay(from).replaceAll('-', '')}-${isoDay(today).replaceAll('-', '')}`);
  }
  return `/api/v1/pacs/${encodeURIComponent(pacs)}/studies?${query}`;
}

interface PacsFormProps {
  readonly pacs: readonly string[];
  readonly isBusy: boolean;
  readonly onSearch: (question: PacsQuestion) => void;
  readonly onRefuse: (reason: string) => void;
}

/** Asks where to search and for whom. */
export function PacsForm({ pacs, isBusy, onSearch, onRefuse }: PacsFormProps) {
  const id = useId();
  const [question, setQuestion] = useState<PacsQuestion>({
    pacs: pacs[0] ?? '',
    name: '',
    id: '',
    accession: '',
    days: null,
  });
  const put = (change: Partial<PacsQuestion>) => setQuestion((before) => ({ ...before, ...change }));
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    const { name, id: patient, accession, days } = question;
    if (`${name}${patient}${accession}`.trim() === '' && days === null) onRefuse(pacsText.needed);
    else onSearch(question);
  };
  const field = (key: 'name' | 'id' | 'accession', hint?: string) => (
    <Field
      label={pacsText[key]}
      {...(hint === undefined ? {} : { hint })}
      testId={`pacs-${key}`}
      autocomplete="off"
      value={question[key]}
      onValue={(value) => put({ [key]: value })}
    />
  );
  return (
    <form class="admin__search" onSubmit={search}>
      <p class="admin__field">
        <label for={`${id}-pacs`}>{pacsText.pacs}</label>
        <select
          id={`${id}-pacs`}
          class="admin__select"
          value={question.pacs}
          onChange={(event) => put({ pacs: event.currentTarget.value })}
        >
          {pacs.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </p>
      {field('name', pacsText.nameHint)}
      {field('id')}
      {field('accession')}
      <p class="admin__field">
        <label for={`${id}-date`}>{pacsText.date}</label>
        <select
          id={`${id}-date`}
          class="admin__select"
          value={question.days === null ? '' : String(question.days)}
          onChange={(event) =>
            put({ days: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })
          }
        >
          <option value="">{pacsText.anyDate}</option>
          <option value="0">{pacsText.today}</option>
          <option value="6">{pacsText.week}</option>
        </select>
      </p>
      <button type="submit" class="button button--solid" data-testid="pacs-search" disabled={isBusy}>
        {pacsText.search}
      </button>
    </form>
  );
}
