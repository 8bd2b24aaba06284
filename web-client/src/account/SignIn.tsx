// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { SessionClient } from '../session/client';
import { Field } from './Field';
import { Failure, Page } from './Page';
import { accountText } from './text';
import { refusalWords } from './words';

/** Stands where somebody must sign in first; when that is done, what was asked for takes its place. */
export function SignIn({ session }: { readonly session: SessionClient }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (name.trim() === '' || password === '') {
      setFailure(name.trim() === '' ? accountText.nameMissing : accountText.passwordMissing);
      return;
    }
    setFailure('');
    setBusy(true);
    const answer = await session.signIn(name.trim(), password);
    setBusy(false);
    if (answer.kind === 'refused' && answer.code === 'wrong-password') setPassword('');
    setFailure(refusalWords(answer));
  };
  return (
    <Page title={accountText.signInTitle} testId="sign-in">
      <form class="account__form" onSubmit={(event) => void submit(event)}>
        <Field
          label={accountText.name}
          testId="user-name"
          value={name}
          onValue={setName}
          autocomplete="username"
          isFirst
        />
        <Field
          label={accountText.password}
          testId="password"
          value={password}
          onValue={setPassword}
          autocomplete="current-password"
          isSecret
        />
        <Failure words={failure} />
        <button type="submit" class="button button--solid" data-testid="sign-in-button" aria-disabled={isBusy}>
          {isBusy ? accountText.signingIn : accountText.signIn}
        </button>
      </form>
      <p class="account__note">{accountText.forgotten}</p>
    </Page>
  );
}
