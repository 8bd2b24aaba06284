// SPDX-License-Identifier: Apache-2.0
import { useId, useState } from 'preact/hooks';
import { Dialog } from '../ui/Dialog';
import { text } from '../ui/text';
import { adminText } from './text';

const words = adminText.people;

/** What somebody may do, from the least to all. */
export function RoleOptions({ isShort = false }: { readonly isShort?: boolean }) {
  return (
    <>
      {(['viewer', 'editor', 'admin'] as const).map((role) => (
        <option key={role} value={role}>
          {isShort ? text.roles[role] : words.roles[role]}
        </option>
      ))}
    </>
  );
}

interface InviteProps {
  /** Nobody has an account yet: then it must be an administrator. */
  readonly isFirst: boolean;
  readonly onRole: (role: string) => void;
  readonly onClose: () => void;
}

/** Asks what the new person may do. */
export function Invite({ isFirst, onRole, onClose }: InviteProps) {
  const id = useId();
  const [role, setRole] = useState(isFirst ? 'admin' : 'viewer');
  return (
    <Dialog title={words.inviteTitle} testId="invite-dialog" onClose={onClose}>
      <p>{words.inviteDetail}</p>
      <p class="admin__field">
        <label for={id}>{words.role}</label>
        <select
          id={id}
          class="admin__select"
          value={role}
          disabled={isFirst}
          onChange={(event) => setRole(event.currentTarget.value)}
        >
          <RoleOptions />
        </select>
      </p>
      <div class="admin__choices">
        <button
          type="button"
          class="button button--solid"
          data-testid="make-link"
          onClick={() => {
            onClose();
            onRole(role);
          }}
        >
          {words.makeLink}
        </button>
      </div>
    </Dialog>
  );
}
