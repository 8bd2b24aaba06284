// SPDX-License-Identifier: Apache-2.0
import { useEffect, useId, useState } from 'preact/hooks';
import { type OneList, parseList } from '../contract/lists';
import { parseStudies, type StudySummary } from '../contract/studies';
import type { OfflineClient } from '../offline/client';
import type { OfflineView } from '../offline/view';
import type { SessionClient } from '../session/client';
import { ending, shortInstant } from '../ui/format';
import { text } from '../ui/text';
import { endings, listReady, readyWords } from './listReady';

/** Departures that are shown: the newest. */
const LEFT = 3;

interface ListReadyProps {
  readonly name: string;
  readonly session: SessionClient;
  readonly client: OfflineClient;
  readonly view: OfflineView;
}

/** How the chosen list stands on this device, and the button that keeps all of it here. */
export function ListReady({ name, session, client, view }: ListReadyProps) {
  const id = useId();
  const [list, setList] = useState<OneList | null>(null);
  const [until, setUntil] = useState('');
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const now = new Date();
  useEffect(() => {
    let isWanted = true;
    setList(null);
    setFailure('');
    void session.get(`/api/v1/lists/${encodeURIComponent(name)}`).then((answer) => {
      if (isWanted && answer.kind === 'ok') setList(parseList(answer.json));
    });
    return () => {
      isWanted = false;
    };
  }, [session, name]);
  if (list === null) return null;
  const ready = listReady(list.lines, view);
  const keep = async () => {
    setBusy(true);
    const studies = await studiesOf(name, session);
    if (studies === null) setFailure(text.listNotKept);
    else await client.keepAll(studies, until === '' ? null : until);
    setBusy(false);
  };
  return (
    <section class="listready" aria-label={text.listStands(name)}>
      <p class="listready__words" role="status" data-testid="list-ready">
        {readyWords(ready, now)}
      </p>
      {view.support === 'yes' && ready.of > 0 && ready.ready < ready.of && (
        <p class="listready__keep">
          <label for={`${id}-until`}>{text.keepUntil}</label>
          <select
            id={`${id}-until`}
            class="chip chip--select"
            data-testid="keep-until"
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          >
            {endings(now)
              .toReversed()
              .map((end) => (
                <option key={end} value={end ?? ''}>
                  {end === null ? text.keepAlways : ending(end, now)}
                </option>
              ))}
          </select>
          <button
            type="button"
            class="button button--solid"
            data-testid="keep-list"
            disabled={isBusy}
            onClick={() => void keep()}
          >
            {text.keepList}
          </button>
        </p>
      )}
      {list.left.length > 0 && (
        <ul class="listready__left" data-testid="list-left">
          {list.left.slice(0, LEFT).map((one) => (
            <li key={one.study + one.at}>{text.leftList(one.patient, one.why, one.by, shortInstant(one.at))}</li>
          ))}
        </ul>
      )}
      <p role="alert" class="listready__failure">
        {failure}
      </p>
    </section>
  );
}

/** Every study of a list; null when the server did not give them all. */
async function studiesOf(name: string, session: SessionClient): Promise<readonly StudySummary[] | null> {
  const studies: StudySummary[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await session.get(`/api/v1/studies?limit=200&list=${encodeURIComponent(name)}${from}`);
    if (answer.kind !== 'ok') return null;
    const page = parseStudies(answer.json);
    studies.push(...page.studies);
    cursor = page.next;
  }
  return studies;
}
