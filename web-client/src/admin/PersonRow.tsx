// SPDX-License-Identifier: Apache-2.0
import type { User } from '../contract/accounts';
import { shortDate, shortInstant } from '../ui/format';
import { RoleOptions } from './Invite';
import { adminText } from './text';

const words = adminText.people;

interface PersonRowProps {
  readonly user: User;
  readonly onChange: (change: { readonly role?: string; readonly disabled?: boolean }) => void;
  readonly onLink: () => void;
  readonly onLimit: () => void;
  readonly onRemove: () => void;
}

/** One account: a line of the table, on a phone a card. */
export function PersonRow({ user, onChange, onLink, onLimit, onRemove }: PersonRowProps) {
  const { displayName, name, disabled } = user;
  const button = (label: string, onClick: () => void) => (
    <button type="button" class="button" aria-label={words.of(label, displayName)} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <tr data-testid="person-row" data-name={name}>
      <th scope="row">
        {displayName} {displayName !== name && <small>{name}</small>}
      </th>
      <td data-label={words.role}>
        <select
          class="admin__select"
          aria-label={words.roleOf(displayName)}
          value={user.role}
          onChange={(event) => {
            const role = event.currentTarget.value;
            // The answer says what the role is now: a refusal leaves it as it was.
            event.currentTarget.value = user.role;
            onChange({ role });
          }}
        >
          <RoleOptions isShort />
        </select>
      </td>
      <td data-label={words.state} class={disabled ? 'admin__bad' : undefined}>
        {stateWords(user)}
      </td>
      <td data-label={words.sees}>{seesWords(user)}</td>
      <td data-label={words.since}>
        <time dateTime={user.createdAt}>{shortDate(user.createdAt.slice(0, 10))}</time>
      </td>
      <td data-label={words.actions}>
        <div class="admin__buttons">
          {button(words.newLink, onLink)}
          {user.role !== 'admin' && button(words.limit, onLimit)}
          {button(disabled ? words.switchOn : words.switchOff, () => onChange({ disabled: !disabled }))}
          {button(words.remove, onRemove)}
        </div>
      </td>
    </tr>
  );
}

function seesWords({ limited, lists }: User): string {
  if (!limited) return words.everybody;
  return lists.length === 0 ? words.nobodySeen : lists.join(', ');
}

function stateWords({ disabled, lockedUntil }: User): string {
  if (disabled) return words.off;
  const isLocked = lockedUntil !== null && Date.parse(lockedUntil) > Date.now();
  return isLocked ? words.locked(shortInstant(lockedUntil)) : words.on;
}
