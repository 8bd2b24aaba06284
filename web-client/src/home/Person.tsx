// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { Who } from '../contract/session';
import { ADD_PATH, adminPath, isPlainClick } from '../router';
import type { SessionClient } from '../session/client';
import { useSession } from '../session/useSession';
import { Dialog } from '../ui/Dialog';
import { PersonIcon } from '../ui/icons';
import { text } from '../ui/text';

interface PersonProps {
  readonly session: SessionClient;
  readonly go: (path: string) => void;
}

/** Who has signed in, with the way out, and for an administrator the way to what is administered. */
export function Person({ session, go }: PersonProps) {
  const { who } = useSession(session);
  const [isOpen, setOpen] = useState(false);
  if (who === null || who.name === null || who.role === null) return null;
  return (
    <>
      <button
        type="button"
        class="button button--quiet header__person"
        data-testid="person"
        aria-haspopup="dialog"
        aria-label={text.personOf(who.name, text.roles[who.role])}
        onClick={() => setOpen(true)}
      >
        <PersonIcon />
        <span class="header__person-name">{who.name}</span>
      </button>
      {isOpen && <Menu who={who} session={session} go={go} onClose={() => setOpen(false)} />}
    </>
  );
}

interface MenuProps extends PersonProps {
  readonly who: Who;
  readonly onClose: () => void;
}

function Menu({ who, session, go, onClose }: MenuProps) {
  const [failure, setFailure] = useState('');
  const signOut = async () => {
    const answer = await session.signOut();
    if (answer.kind === 'offline') setFailure(text.signOutOffline);
    if (answer.kind === 'refused') setFailure(answer.detail);
  };
  return (
    <Dialog title={who.name ?? ''} testId="person-menu" onClose={onClose}>
      <p class="person__role">{who.role === null ? '' : text.roles[who.role]}</p>
      {!who.accounts && <p class="settings__note">{text.nobodyNeeds}</p>}
      {(who.role === 'admin' || who.role === 'editor') && <Link path={ADD_PATH} title={text.addStudies} go={go} />}
      {who.role === 'admin' && <AdminLinks go={go} />}
      {failure !== '' && <p role="alert">{failure}</p>}
      {who.accounts && (
        <button type="button" class="button person__out" data-testid="sign-out" onClick={() => void signOut()}>
          {text.signOut}
        </button>
      )}
    </Dialog>
  );
}

function AdminLinks({ go }: { readonly go: (path: string) => void }) {
  return (
    <nav aria-label={text.administration}>
      <h3>{text.administration}</h3>
      <ul class="person__links">
        {Object.entries(text.adminPages).map(([page, title]) => (
          <li key={page}>
            <Link path={adminPath(page)} title={title} go={go} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface LinkProps {
  readonly path: string;
  readonly title: string;
  readonly go: (path: string) => void;
}

function Link({ path, title, go }: LinkProps) {
  return (
    <a
      class="button person__link"
      href={path}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        go(path);
      }}
    >
      {title}
    </a>
  );
}
