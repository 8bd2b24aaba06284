// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { refusalWords } from '../account/words';
import {
  type Fetch,
  type PacsFound,
  type PacsStudy,
  parseFetches,
  parsePacsFound,
  parsePacsList,
} from '../contract/pacs';
import type { SessionClient } from '../session/client';
import { shortDate } from '../ui/format';
import { FetchList } from './FetchList';
import { PacsForm, type PacsQuestion, pacsPath } from './PacsForm';
import { pacsText } from './pacsText';
import { adminText } from './text';
import { useAnswer } from './useAnswer';

const FETCHES = '/api/v1/fetches';
const LOOK_MS = 1_500;

/** Searches a PACS next door and fetches from it; how far that is stays in sight. */
export function Pacs({ session }: { readonly session: SessionClient }) {
  const pacs = useAnswer(session, '/api/v1/pacs', parsePacsList);
  const fetches = useAnswer(session, FETCHES, parseFetches);
  const [found, setFound] = useState<(PacsFound & { readonly pacs: string }) | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const isRunning = fetches.value?.some(({ state }) => state === 'waiting' || state === 'running') ?? false;
  const { again } = fetches;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(again, LOOK_MS);
    return () => clearInterval(timer);
  }, [isRunning, again]);
  const search = async (question: PacsQuestion) => {
    setBusy(true);
    setFound(null);
    setFailure('');
    const answer = await session.get(pacsPath(question, new Date()));
    setBusy(false);
    setFailure(refusalWords(answer));
    if (answer.kind === 'ok') setFound({ ...parsePacsFound(answer.json), pacs: question.pacs });
  };
  const fetchStudy = (peer: string, study: string, about: string) =>
    void fetches.change(() => session.change('POST', FETCHES, { peer, study, about }));
  const stop = (fetch: Fetch) => void fetches.change(() => session.change('DELETE', `${FETCHES}/${fetch.id}`));
  const said = isBusy ? pacsText.searching : foundWords(found);
  return (
    <>
      <p class="admin__intro">{pacs.value?.length === 0 ? pacsText.none : pacsText.intro}</p>
      {pacs.value !== null && pacs.value.length > 0 && (
        <PacsForm pacs={pacs.value} isBusy={isBusy} onSearch={(q) => void search(q)} onRefuse={setFailure} />
      )}
      <p role="alert" class="admin__failure" data-testid="failure">
        {failure || pacs.failure || fetches.failure || (found?.trouble ? pacsText.trouble(found.trouble) : '')}
      </p>
      <p role="status" class="admin__said" data-testid="pacs-said">
        {pacs.value === null && pacs.failure === '' ? adminText.loading : said}
      </p>
      {found !== null && found.studies.length > 0 && (
        <FoundTable
          studies={found.studies}
          fetches={fetches.value ?? []}
          onFetch={(study) => fetchStudy(found.pacs, study.study, aboutWords(study))}
        />
      )}
      {fetches.value !== null && fetches.value.length > 0 && (
        <FetchList
          fetches={fetches.value}
          onStop={stop}
          onAgain={({ peer, study, about }) => fetchStudy(peer, study, about)}
        />
      )}
    </>
  );
}

function foundWords(found: PacsFound | null): string {
  if (found === null || found.trouble !== '') return '';
  if (found.studies.length === 0) return pacsText.nothing;
  return `${pacsText.found(found.studies.length)}${found.more ? `. ${pacsText.more}` : ''}`;
}

const aboutWords = ({ patient, description, modalities }: PacsStudy): string =>
  [patient, description || modalities.join(', ')].filter((part) => part !== '').join(', ');

/** 20261124 is 24-Nov-2026; what is no date stays as it is. */
const dicomDate = (date: string): string =>
  /^\d{8}$/.test(date) ? shortDate(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`) : date;

interface FoundTableProps {
  readonly studies: readonly PacsStudy[];
  readonly fetches: readonly Fetch[];
  readonly onFetch: (study: PacsStudy) => void;
}

function FoundTable({ studies, fetches, onFetch }: FoundTableProps) {
  const running = new Map(fetches.map((fetch) => [fetch.study, fetch]));
  return (
    <table class="admin__table">
      <thead>
        <tr>
          {[pacsText.patient, pacsText.study, pacsText.objects, pacsText.state].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {studies.map((study) => {
          const fetch = running.get(study.study);
          const isUnderWay = fetch?.state === 'waiting' || fetch?.state === 'running';
          return (
            <tr key={study.study} data-testid="pacs-row">
              <th scope="row">
                {study.patient}{' '}
                <small>
                  {study.patientId} {study.birthDate !== '' && `· ${dicomDate(study.birthDate)}`}
                </small>
              </th>
              <td data-label={pacsText.study}>
                <span>
                  {dicomDate(study.date)} {study.modalities.join(', ')}
                  <small>{study.description}</small>
                </span>
              </td>
              <td data-label={pacsText.objects}>{study.objects === 0 ? pacsText.unknown : study.objects}</td>
              <td data-label={pacsText.state}>
                <div class="admin__buttons">
                  <button
                    type="button"
                    class="button"
                    data-testid="pacs-fetch"
                    aria-label={pacsText.fetchOf(aboutWords(study))}
                    disabled={isUnderWay}
                    onClick={() => onFetch(study)}
                  >
                    {isUnderWay ? pacsText.states[fetch.state] : pacsText.fetch}
                  </button>
                  {study.here > 0 && <small>{pacsText.here(study.here)}</small>}
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
