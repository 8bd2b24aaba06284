// SPDX-License-Identifier: Apache-2.0
import type { StudyPage, StudySummary } from '../contract/studies';
import { hasEnded, type Pin } from './pin';

/** The study list as this device can answer it: what is kept, wholly or in part, newest first. */
export function offlineList(pins: readonly Pin[], query: URLSearchParams): StudyPage {
  const words = split(query.get('q') ?? '');
  const modalities = query.getAll('modality').flatMap((value) => value.split(',').filter((word) => word !== ''));
  const [from, to] = range(query.get('date') ?? '');
  const studies = pins
    .filter((pin) => pin.state !== 'removing' && !hasEnded(pin, Date.now()) && pin.have > 0)
    .map((pin) => pin.summary)
    .filter((study) => modalities.length === 0 || study.modalities.some((modality) => modalities.includes(modality)))
    .filter(({ date }) => (from === '' || (date ?? '') >= from) && (to === '' || (date !== null && date <= to)))
    .filter((study) => words.every((word) => wordsOf(study).some((own) => own.startsWith(word))));
  const when = ({ date, time }: StudySummary) => `${date ?? ''} ${time ?? ''}`;
  return { studies: studies.sort((a, b) => when(b).localeCompare(when(a))), next: null };
}

function wordsOf(study: StudySummary): readonly string[] {
  const { name, otherNames, id, nhsNumber } = study.patient;
  const texts = [name, ...otherNames, id, nhsNumber ?? '', study.description, study.accession ?? ''];
  return [...texts, ...study.modalities].flatMap(split);
}

/** Lower case, without accents and apostrophes; an NHS number typed in its groups is one word. As the server does it. */
export function split(text: string): readonly string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/[\p{M}'\u2019\u02BC`]+/gu, '')
    .toLowerCase()
    .replace(/\b(\d{3})[ -](\d{3})[ -](\d{1,4})\b/g, '$1$2$3');
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

function range(date: string): readonly [string, string] {
  const dots = date.indexOf('..');
  return dots < 0 ? [date, date] : [date.slice(0, dots), date.slice(dots + 2)];
}
