// SPDX-License-Identifier: Apache-2.0
import type { Said } from '../contract/source';
import type { StudySummary } from '../contract/studies';
import { EVERYTHING, type Query } from './query';
import type { PageResult } from './search';

/** What the study list shows. `phase` is of the newest question; the studies of the one before stay until it is answered. */
export interface List {
  readonly query: Query;
  readonly onlyReady: boolean;
  readonly phase: 'loading' | 'more' | 'ready' | 'failed';
  readonly studies: readonly StudySummary[];
  readonly next: string | null;
  /** Whether the studies came from this device, because the server did not answer. */
  readonly isFromDevice: boolean;
  /** What went wrong, in the server's words; empty when it did not say. */
  readonly failure: string;
  readonly isAnswered: boolean;
  /** When the studies were said to be so; null before the first answer. */
  readonly said: Said | null;
}

export type ListCommand =
  | { readonly kind: 'ask'; readonly query: Query }
  | { readonly kind: 'more' }
  | { readonly kind: 'grown'; readonly result: PageResult }
  | { readonly kind: 'answer'; readonly result: PageResult; readonly isMore: boolean }
  | { readonly kind: 'onlyReady'; readonly isOn: boolean };

export const FIRST: List = {
  query: EVERYTHING,
  onlyReady: false,
  phase: 'loading',
  studies: [],
  next: null,
  isFromDevice: false,
  failure: '',
  isAnswered: false,
  said: null,
};

export function reduceList(list: List, command: ListCommand): List {
  switch (command.kind) {
    case 'ask':
      return { ...list, query: command.query, phase: 'loading', failure: '' };
    case 'more':
      return { ...list, phase: 'more' };
    case 'onlyReady':
      return { ...list, onlyReady: command.isOn };
    case 'grown':
      return grown(list, command.result);
    case 'answer':
      return answered(list, command.result, command.isMore);
  }
}

/** Rows that are shown say what is known of them now; none comes, goes or moves under a finger. */
function grown(list: List, result: PageResult): List {
  if (result.kind === 'failed' || list.phase === 'loading') return list;
  const known = new Map(result.page.studies.map((study) => [study.study, study]));
  return { ...list, studies: list.studies.map((study) => known.get(study.study) ?? study), said: result.said };
}

function answered(list: List, result: PageResult, isMore: boolean): List {
  if (result.kind === 'failed') {
    // More of a list that cannot be had now is no reason to take away what is shown.
    return isMore
      ? { ...list, phase: 'ready' }
      : { ...list, phase: 'failed', studies: [], next: null, failure: result.detail, isAnswered: true };
  }
  const { studies, next } = result.page;
  const known = new Set(isMore ? list.studies.map(({ study }) => study) : []);
  return {
    ...list,
    phase: 'ready',
    studies: isMore ? [...list.studies, ...studies.filter(({ study }) => !known.has(study))] : studies,
    next,
    isFromDevice: result.isFromDevice,
    said: result.said,
    failure: '',
    isAnswered: true,
  };
}
