// SPDX-License-Identifier: Apache-2.0
import { isoDay } from '../ui/format';

export type DateFilter = 'all' | 'week' | 'today';

/** What the list is asked for. */
export interface Query {
  readonly words: string;
  readonly kinds: readonly string[];
  readonly date: DateFilter;
  /** Name of a list; empty for all studies. */
  readonly list: string;
}

export const EVERYTHING: Query = { words: '', kinds: [], date: 'all', list: '' };

/** The chips of the list: what clinicians call it, and the modalities that it stands for (PS3.3 C.7.3.1.1.1). */
export const KINDS: readonly { readonly label: string; readonly modalities: readonly string[] }[] = [
  { label: 'CT', modalities: ['CT'] },
  { label: 'MR', modalities: ['MR'] },
  { label: 'X-ray', modalities: ['CR', 'DX'] },
  { label: 'Ultrasound', modalities: ['US'] },
  { label: 'Mammo', modalities: ['MG'] },
  { label: 'Angio', modalities: ['XA', 'RF'] },
  { label: 'Nuclear', modalities: ['NM', 'PT'] },
];

const PAGE = 50;

export const isEverything = (query: Query): boolean =>
  query.words === '' && query.kinds.length === 0 && query.date === 'all' && query.list === '';

/**
 * The address of a page of studies. The first page of everything is what the server's index page preloads (a Link header),
 * character by character: so the list needs no round trip of its own.
 */
export function searchPath(query: Query, cursor: string | null, now: Date): string {
  const parameters = new URLSearchParams({ limit: String(PAGE) });
  if (query.words !== '') parameters.set('q', query.words);
  const modalities = KINDS.filter(({ label }) => query.kinds.includes(label)).flatMap((kind) => kind.modalities);
  if (modalities.length > 0) parameters.set('modality', modalities.join(','));
  if (query.date !== 'all') {
    const from = new Date(now);
    from.setDate(from.getDate() - (query.date === 'week' ? 6 : 0));
    parameters.set('date', `${isoDay(from)}..`);
  }
  if (query.list !== '') parameters.set('list', query.list);
  if (cursor !== null) parameters.set('cursor', cursor);
  return `/api/v1/studies?${parameters}`;
}
