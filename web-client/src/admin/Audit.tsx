// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import { refusalWords } from '../account/words';
import { type AuditPage, parseAudit } from '../contract/audit';
import type { SessionClient } from '../session/client';
import { AuditTable } from './AuditTable';
import { Notices } from './Notices';
import { adminText } from './text';

const words = adminText.audit;
const NOTHING: AuditPage = { entries: [], next: null };

function auditPath(study: string, before: number | null): string {
  const query = new URLSearchParams();
  if (study !== '') query.set('study', study);
  if (before !== null) query.set('before', String(before));
  return `/api/v1/audit${query.size === 0 ? '' : `?${query}`}`;
}

/** Who did what, newest first, page by page, of all studies or of one. */
export function Audit({ session }: { readonly session: SessionClient }) {
  const id = useId();
  const [typed, setTyped] = useState(() => new URLSearchParams(location.search).get('study') ?? '');
  const [study, setStudy] = useState(typed);
  const [page, setPage] = useState<AuditPage | null>(null);
  const [failure, setFailure] = useState('');
  const asked = useRef(0);
  const load = useCallback(
    async (before: number | null) => {
      asked.current += 1;
      const own = asked.current;
      const answer = await session.get(auditPath(study, before));
      // A filter that was changed meanwhile has its own question out.
      if (own !== asked.current) return;
      setFailure(refusalWords(answer));
      if (answer.kind !== 'ok') return;
      const { entries, next } = parseAudit(answer.json);
      setPage((shown) => ({
        entries: [...(before === null ? NOTHING : (shown ?? NOTHING)).entries, ...entries],
        next,
      }));
    },
    [session, study],
  );
  useEffect(() => {
    setPage(null);
    void load(null);
  }, [load]);
  const filter = (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = typed.trim();
    if (!/^[0-9.]{0,64}$/.test(wanted)) setFailure(words.badUid);
    else setStudy(wanted);
  };
  return (
    <>
      <p class="admin__intro">{words.intro}</p>
      <form class="admin__filter" onSubmit={filter}>
        <label for={id}>{words.filter}</label>
        <input
          id={id}
          class="admin__value"
          data-testid="audit-study"
          inputMode="decimal"
          autocomplete="off"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {words.show}
        </button>
        {study !== '' && (
          <button
            type="button"
            class="button button--quiet"
            onClick={() => {
              setTyped('');
              setStudy('');
            }}
          >
            {words.all}
          </button>
        )}
      </form>
      <Notices failure={failure} isLoading={page === null} said={page?.entries.length === 0 ? words.none : ''} />
      {page !== null && page.entries.length > 0 && <AuditTable entries={page.entries} />}
      {page !== null && page.next !== null && (
        <button type="button" class="button more" onClick={() => void load(page.next)}>
          {words.older}
        </button>
      )}
    </>
  );
}
