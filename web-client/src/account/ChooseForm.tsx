// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { SessionClient } from '../session/client';
import { Field, NewPasswordField, UserNameField } from './Field';
import { Form } from './Form';
import { strengthOf } from './password';
import { accountText } from './text';

interface ChooseFormProps {
  readonly session: SessionClient;
  readonly secret: string;
  /** Whose new password it is; null for somebody new. */
  readonly user: string | null;
  readonly onDone: () => void;
}

/** Name and password, the password twice; says in words how good it is. */
export function ChooseForm({ session, secret, user, onDone }: ChooseFormProps) {
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const typed = user ?? name.trim();
  const strength = strengthOf(password, typed);
  const weakness = strength.isGood ? '' : strength.words;
  const fault = typed === '' ? accountText.nameMissing : weakness;
  return (
    <Form
      testId="save"
      action={accountText.save}
      busyAction={accountText.saving}
      fault={fault === '' && password !== again ? accountText.differs : fault}
      send={() => session.accept(secret, typed, displayName.trim(), password)}
      onAnswer={(answer) => {
        if (answer.kind === 'ok') onDone();
      }}
    >
      {user === null ? (
        <>
          <UserNameField value={name} onValue={setName} hint={accountText.nameHint} isFirst />
          <Field
            label={accountText.displayName}
            testId="display-name"
            value={displayName}
            onValue={setDisplayName}
            autocomplete="name"
            hint={accountText.displayNameHint}
          />
        </>
      ) : (
        // A password manager files the new password under the name that it finds.
        <input type="text" hidden readOnly autocomplete="username" value={user} />
      )}
      <NewPasswordField
        label={accountText.newPassword}
        testId="new-password"
        value={password}
        onValue={setPassword}
        hint={strength.words}
        isHintLive
        isFirst={user !== null}
      />
      <NewPasswordField label={accountText.again} testId="password-again" value={again} onValue={setAgain} />
    </Form>
  );
}
