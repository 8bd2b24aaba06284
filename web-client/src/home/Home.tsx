// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { nowBy } from '../contract/source';
import type { StudySummary } from '../contract/studies';
import type { OfflineClient } from '../offline/client';
import { offlineList } from '../offline/offlineList';
import { type OfflineView, readinessOf } from '../offline/view';
import type { SessionClient } from '../session/client';
import { useSession } from '../session/useSession';
import { CloudOffIcon } from '../ui/icons';
import { text } from '../ui/text';
import { Filters } from './Filters';
import { Header } from './Header';
import { ListReady } from './ListReady';
import type { List } from './list';
import { Banner, Notice, noListWords, Skeletons } from './Notices';
import { Person } from './Person';
import { EVERYTHING, isEverything, searchPath } from './query';
import { Settings } from './Settings';
import { More, Studies } from './Studies';
import { useArriving } from './useArriving';
import { useConnection } from './useConnection';
import { useCopyReport } from './useCopyReport';
import { type ListControl, useList } from './useList';
import { useLists } from './useLists';
import { useOffline } from './useOffline';

interface HomeProps {
  readonly client: OfflineClient;
  readonly session: SessionClient;
  readonly go: (path: string) => void;
  readonly isHidden: boolean;
  readonly onOpen: (study: string) => void;
  /** Studies of which the list knows more than their descriptors say. */
  readonly onListed: (studies: readonly StudySummary[]) => void;
  /** The first answer is on the screen. */
  readonly onShown: () => void;
}

/** The study list. It stays as it is, scrolled and searched, while a study is open. */
export function Home({ client, session, go, isHidden, onOpen, onListed, onShown }: HomeProps) {
  const view = useOffline(client);
  const { isSignedOut } = useSession(session);
  const again = useRef<() => void>(() => undefined);
  const back = useCallback(() => {
    again.current();
    client.freshen();
  }, [client]);
  const [connection, heard] = useConnection(back);
  const control = useList(heard);
  again.current = control.again;
  const search = useRef<HTMLInputElement>(null);
  const [isSettingsOpen, setSettingsOpen] = useState(false);
  const { list } = control;
  const isOffline = connection === 'offline';
  const lists = useLists(session, list.isAnswered && !isOffline && !isSignedOut && !isHidden);
  useCopyReport(session, view, list.isAnswered && !isOffline && !isSignedOut);
  const studies = shown(list, view);
  const { query } = list;
  // What is on a list only the server knows: without it every kept study is shown, and no list is said to be.
  useEffect(() => {
    if (isOffline && query.list !== '') control.ask({ ...query, list: '' });
  }, [isOffline, query, control.ask]);
  useSlashKey(search, isHidden);
  useArriving(list, control.look, isHidden);
  useEffect(() => {
    if (list.isAnswered) onShown();
  }, [list.isAnswered, onShown]);
  useEffect(() => onListed(list.studies), [list.studies, onListed]);
  const goToFirst = () => document.querySelector<HTMLElement>('[data-row]')?.focus();
  return (
    <div class="home" hidden={isHidden}>
      <Header
        connection={connection}
        view={view}
        person={<Person session={session} go={go} />}
        onSettings={() => setSettingsOpen(true)}
      />
      <Filters
        query={list.query}
        onlyReady={list.onlyReady}
        lists={lists}
        searchRef={search}
        onQuery={control.ask}
        onOnlyReady={control.onlyReady}
        onLeave={goToFirst}
      />
      {view.isUpdateWaiting && (
        <Banner kind="info" words={text.updateReady} action={text.reload} onAction={() => client.update()} />
      )}
      {connection === 'offline' && list.isAnswered && (
        <Banner
          kind="warn"
          icon={<CloudOffIcon />}
          words={isSignedOut ? text.offlineSignedOut : text.offlineBanner}
          action={text.retry}
          onAction={control.again}
        />
      )}
      <main>
        {query.list !== '' && !isOffline && (
          <ListReady name={query.list} session={session} client={client} view={view} />
        )}
        <p class="sr-only" role="status">
          {list.phase === 'loading' ? text.loading : text.found(studies.length, list.next !== null)}
        </p>
        <Content
          control={control}
          studies={studies}
          client={client}
          view={view}
          isOffline={connection === 'offline'}
          onOpen={onOpen}
        />
      </main>
      <footer class="footer">{text.notDiagnostic}</footer>
      <BecameReady view={view} />
      {isSettingsOpen && <Settings view={view} onClose={() => setSettingsOpen(false)} />}
    </div>
  );
}

interface ContentProps {
  readonly control: ListControl;
  readonly studies: readonly StudySummary[];
  readonly client: OfflineClient;
  readonly view: OfflineView;
  readonly isOffline: boolean;
  readonly onOpen: (study: string) => void;
}

function Content({ control, studies, client, view, isOffline, onOpen }: ContentProps) {
  const { list } = control;
  if (!list.isAnswered && !list.onlyReady) return <Skeletons />;
  if (list.phase === 'failed' && !list.onlyReady) {
    const title = isOffline ? text.offlineEmptyTitle : text.errorTitle;
    return <Notice isAlert title={title} detail={list.failure} action={text.retry} onAction={control.again} />;
  }
  if (studies.length === 0 && list.phase !== 'loading') {
    const isFiltered = !isEverything(list.query);
    const [title, detail] =
      list.onlyReady && !isFiltered
        ? [text.noneReadyTitle, text.noneReadyDetail]
        : noListWords(isOffline && list.isFromDevice, isFiltered);
    const reset = () => {
      control.onlyReady(false);
      control.ask(EVERYTHING);
    };
    const action = isFiltered || list.onlyReady ? { action: text.clearFilters, onAction: reset } : {};
    return <Notice title={title} detail={detail} {...action} />;
  }
  return (
    <>
      <Studies
        studies={studies}
        client={client}
        view={view}
        isOffline={isOffline}
        isStale={list.phase === 'loading'}
        now={list.said === null ? null : nowBy(list.said)}
        onOpen={onOpen}
      />
      {list.next !== null && !list.onlyReady && <More isLoading={list.phase === 'more'} onMore={control.more} />}
    </>
  );
}

/** The studies of the list, or those of them and of all others that are ready on this device. */
function shown(list: List, view: OfflineView): readonly StudySummary[] {
  if (!list.onlyReady) return list.studies;
  const path = searchPath(list.query, null, new Date());
  const kept = offlineList([...(view.pins?.values() ?? [])], new URL(path, location.origin).searchParams);
  return kept.studies.filter(({ study }) => readinessOf(view, study).state === 'complete');
}

/** "/" goes to the search box from anywhere that is not itself written in. */
function useSlashKey(search: { readonly current: HTMLInputElement | null }, isOff: boolean): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isWriting = event.target instanceof HTMLInputElement || document.querySelector('dialog[open]') !== null;
      if (event.key !== '/' || isOff || isWriting) return;
      event.preventDefault();
      search.current?.focus();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [search, isOff]);
}

/** Says aloud, once, that a study became ready. */
function BecameReady({ view }: { readonly view: OfflineView }) {
  const before = useRef<ReadonlySet<string> | null>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (view.pins === null) return;
    const ready = new Set([...view.pins.keys()].filter((study) => readinessOf(view, study).state === 'complete'));
    const fresh = before.current && [...ready].find((study) => !before.current?.has(study));
    const name = fresh ? view.pins.get(fresh)?.summary.patient.name : undefined;
    if (name !== undefined) setWords(text.becameReady(name));
    before.current = ready;
  }, [view]);
  return (
    <p class="sr-only" role="status">
      {words}
    </p>
  );
}
