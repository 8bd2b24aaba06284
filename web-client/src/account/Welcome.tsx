// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { type Offer, parseOffer } from '../contract/session';
import type { SessionClient } from '../session/client';
import { text } from '../ui/text';
import { ChooseForm } from './ChooseForm';
import { Failure, Page } from './Page';
import { accountText } from './text';
import { refusalWords } from './words';

interface WelcomeProps {
  readonly session: SessionClient;
  /** Null when the page was opened without one, or loaded again. */
  readonly secret: string | null;
  readonly onDone: () => void;
}

/** Where a one-time link leads: makes an account, or gives one a new password, and signs in. */
export function Welcome({ session, secret, onDone }: WelcomeProps) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    setOffer(null);
    setFailure(secret === null ? accountText.noSecret : '');
    if (secret === null) return;
    let isOver = false;
    void session.change('POST', '/api/v1/invitation/look', { secret }).then((answer) => {
      if (isOver) return;
      if (answer.kind === 'ok') setOffer(parseOffer(answer.json));
      else setFailure(refusalWords(answer));
    });
    return () => {
      isOver = true;
    };
  }, [secret, session]);
  if (failure !== '') {
    return (
      <Page title={accountText.linkTitle} testId="welcome">
        <Failure words={failure} />
        <button type="button" class="button button--solid" onClick={onDone}>
          {accountText.toSignIn}
        </button>
      </Page>
    );
  }
  if (offer === null || secret === null) {
    return (
      <Page title={accountText.welcomeTitle} testId="welcome">
        <p role="status">{accountText.looking}</p>
      </Page>
    );
  }
  return (
    <Page title={offer.user === null ? accountText.welcomeTitle : accountText.newPasswordTitle} testId="welcome">
      <p class="account__note">
        {offer.user === null
          ? accountText.welcomeDetail(text.roles[offer.role])
          : accountText.newPasswordDetail(offer.user)}
      </p>
      <ChooseForm session={session} secret={secret} user={offer.user} onDone={onDone} />
    </Page>
  );
}
