// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { type OneTimeLink, parseLink, parseUsers, type User } from '../contract/accounts';
import type { Answer, SessionClient } from '../session/client';
import { Ask } from './Ask';
import { Given } from './Given';
import { Invite } from './Invite';
import { Limit } from './Limit';
import { Notices } from './Notices';
import { PersonRow } from './PersonRow';
import { Table } from './Table';
import { adminText } from './text';
import { useAnswer } from './useAnswer';

const PATH = '/api/v1/users';
const words = adminText.people;

/** Who has an account. */
export function People({ session }: { readonly session: SessionClient }) {
  const { value: users, failure, change } = useAnswer(session, PATH, parseUsers);
  const [isInviting, setInviting] = useState(false);
  const [given, setGiven] = useState<(OneTimeLink & { readonly title: string }) | null>(null);
  const [removing, setRemoving] = useState<User | null>(null);
  const [limiting, setLimiting] = useState<User | null>(null);
  const [said, setSaid] = useState('');
  const done = async (work: () => Promise<Answer>, saying: string) => {
    setSaid('');
    const answer = await change(work);
    if (answer.kind === 'ok') setSaid(saying);
  };
  const link = async (path: string, body: unknown, title: string) => {
    setSaid('');
    const answer = await change(() => session.change('POST', path, body));
    if (answer.kind === 'ok') setGiven({ ...parseLink(answer.json), title });
  };
  const at = (user: User) => `${PATH}/${encodeURIComponent(user.name)}`;
  return (
    <>
      <p class="admin__intro">{users?.length === 0 ? words.nobody : words.intro}</p>
      <Notices failure={failure} isLoading={users === null} said={said} />
      <button type="button" class="button button--solid" data-testid="invite" onClick={() => setInviting(true)}>
        {words.invite}
      </button>
      {users !== null && users.length > 0 && (
        <Table titles={[words.name, words.role, words.state, words.sees, words.since, words.actions]}>
          {users.map((user) => (
            <PersonRow
              key={user.name}
              user={user}
              onChange={(body) =>
                void done(() => session.change('PATCH', at(user), body), words.changed(user.displayName))
              }
              onLimit={() => setLimiting(user)}
              onLink={() => void link(`${at(user)}/invitation`, {}, words.linkOf(user.displayName))}
              onRemove={() => setRemoving(user)}
            />
          ))}
        </Table>
      )}
      {isInviting && (
        <Invite
          isFirst={users?.length === 0}
          onRole={(role) => void link(PATH, { role }, words.linkTitle)}
          onClose={() => setInviting(false)}
        />
      )}
      {given !== null && (
        <Given
          title={given.title}
          detail={words.linkDetail(given.hours)}
          value={location.origin + given.link}
          onClose={() => setGiven(null)}
        />
      )}
      {limiting !== null && (
        <Limit
          session={session}
          user={limiting}
          onSave={(reach) =>
            void done(() => session.change('PATCH', at(limiting), reach), words.changed(limiting.displayName))
          }
          onClose={() => setLimiting(null)}
        />
      )}
      {removing !== null && (
        <Ask
          title={words.removeTitle(removing.displayName)}
          detail={words.removeDetail}
          action={words.remove}
          onYes={() => void done(() => session.change('DELETE', at(removing)), words.removed(removing.displayName))}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  );
}
