// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { SessionClient } from '../session/client';
import { Field } from './Field';
import { Failure } from './Page';
import { strengthOf } from './password';
import { accountText } from './text';
import { refusalWords } from './words';

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
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const typed = user ?? name.trim();
  const strength = strengthOf(password, typed);
  const fault = typed === '' ? accountText.nameMissing : strength.isGood ? '' : strength.words;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const wrong = fault === '' && password !== again ? accountText.differs : fault;
    setFailure(wrong);
    if (wrong !== '') return;
    setBusy(true);
    const answer = await session.accept(secret, typed, displayName.trim(), password);
    setBusy(false);
    if (answer.kind === 'ok') onDone();
    else setFailure(refusalWords(answer));
  };
  return (
    <form class="account__form" onSubmit={(event) => void submit(event)}>
      {user === null ? (
        <>
          <Field
            label={accountText.name}
            testId="user-name"
            value={name}
            onValue={setName}
            autocomplete="username"
            hint={accountText.nameHint}
            isFirst
          />
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
      <Field
        label={accountText.newPassword}
        testId="new-password"
        value={password}
        onValue={setPassword}
        autocomplete="new-password"
        hint={strength.words}
        isHintLive
        isSecret
        isFirst={user !== null}
      />
      <Field
        label={accountText.again}
        testId="password-again"
        value={again}
        onValue={setAgain}
        autocomplete="new-password"
        isSecret
      />
      <Failure words={failure} />
      <button type="submit" class="button button--solid" data-testid="save" aria-disabled={isBusy}>
        {isBusy ? accountText.saving : accountText.save}
      </button>
    </form>
  );
}
