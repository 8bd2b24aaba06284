// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';
import '../styles/admin.css';
import { adminPath, isPlainClick } from '../router';
import type { SessionClient } from '../session/client';
import { useSession } from '../session/useSession';
import { text } from '../ui/text';
import { ADMIN_PAGES } from './pages';
import { adminText } from './text';

interface AdminProps {
  readonly session: SessionClient;
  readonly page: string;
  readonly go: (path: string) => void;
}

/** The pages of an administrator, with the way from each to the others and back to the list. */
export function Admin({ session, page, go }: AdminProps) {
  const { who } = useSession(session);
  const shown = ADMIN_PAGES.find(({ path }) => path === page) ?? ADMIN_PAGES[0];
  useEffect(() => {
    document.title = `${shown?.title ?? ''} – ${text.product}`;
    return () => {
      document.title = text.product;
    };
  }, [shown]);
  const follow = (event: MouseEvent, path: string) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    go(path);
  };
  const mayNot = who !== null && who.role !== 'admin';
  return (
    <div class="admin" data-testid="admin">
      <header class="admin__head">
        <a class="button button--quiet" href="/" onClick={(event) => follow(event, '/')}>
          {adminText.back}
        </a>
        <nav class="admin__tabs" aria-label={text.administration}>
          {ADMIN_PAGES.map(({ path, title }) => (
            <a
              key={path}
              class="button button--quiet"
              href={adminPath(path)}
              aria-current={path === shown?.path ? 'page' : undefined}
              onClick={(event) => follow(event, adminPath(path))}
            >
              {title}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <h1>{shown?.title}</h1>
        {mayNot && <p role="alert">{adminText.notAllowed}</p>}
        {!mayNot && shown !== undefined && <shown.Page key={shown.path} session={session} />}
      </main>
    </div>
  );
}
