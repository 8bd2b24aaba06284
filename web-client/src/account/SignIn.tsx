// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { SessionClient } from '../session/client';
import { Field, UserNameField } from './Field';
import { Form } from './Form';
import { Page } from './Page';
import { accountText } from './text';

/** Stands where somebody must sign in first; when that is done, what was asked for takes its place. */
export function SignIn({ session }: { readonly session: SessionClient }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const fault = name.trim() === '' ? accountText.nameMissing : password === '' ? accountText.passwordMissing : '';
  return (
    <Page title={accountText.signInTitle} testId="sign-in">
      <Form
        testId="sign-in-button"
        action={accountText.signIn}
        busyAction={accountText.signingIn}
        fault={fault}
        send={() => session.signIn(name.trim(), password)}
        onAnswer={(answer) => {
          if (answer.kind === 'refused' && answer.code === 'wrong-password') setPassword('');
        }}
      >
        <UserNameField value={name} onValue={setName} isFirst />
        <Field
          label={accountText.password}
          testId="password"
          value={password}
          onValue={setPassword}
          autocomplete="current-password"
          isSecret
        />
      </Form>
      <p class="account__note">{accountText.forgotten}</p>
    </Page>
  );
}
