// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useState } from 'preact/hooks';
import { refusalWords } from '../account/words';
import { type Peer, parseTest, type TestStep } from '../contract/peers';
import type { SessionClient } from '../session/client';
import { Dialog } from '../ui/Dialog';
import { peerText } from './peerText';

interface PeerTestProps {
  readonly session: SessionClient;
  readonly peer: Peer;
  readonly onClose: () => void;
}

/** Tries at once what works with a peer, and says step by step how it went and what to do. */
export function PeerTest({ session, peer, onClose }: PeerTestProps) {
  const [steps, setSteps] = useState<readonly TestStep[] | null>(null);
  const [failure, setFailure] = useState('');
  const run = useCallback(async () => {
    setSteps(null);
    setFailure('');
    const answer = await session.change('POST', `/api/v1/peers/${encodeURIComponent(peer.name)}/test`, {});
    setFailure(refusalWords(answer));
    if (answer.kind === 'ok') setSteps(parseTest(answer.json));
  }, [session, peer.name]);
  useEffect(() => void run(), [run]);
  const isRunning = steps === null && failure === '';
  return (
    <Dialog title={peerText.testTitle(peer.name)} testId="peer-test" onClose={onClose}>
      <p role="alert" class="admin__failure">
        {failure}
      </p>
      <p role="status" class="admin__said" data-testid="peer-test-said">
        {isRunning ? peerText.testing : steps !== null && summary(steps)}
      </p>
      {steps !== null && (
        <ul class="admin__steps">
          {steps.map(({ step, outcome, words }) => (
            <li key={step} class={`admin__step admin__step--${outcome}`} data-testid="peer-step" data-outcome={outcome}>
              <strong>
                {peerText.steps[step] ?? step}: <span class="admin__outcome">{peerText.outcomes[outcome]}</span>
              </strong>
              <span>{sentence(words)}</span>
            </li>
          ))}
        </ul>
      )}
      <div class="admin__choices">
        <button type="button" class="button" disabled={isRunning} onClick={() => void run()}>
          {peerText.testAgain}
        </button>
      </div>
    </Dialog>
  );
}

function summary(steps: readonly TestStep[]): string {
  if (steps.some(({ outcome }) => outcome === 'failed')) return peerText.notAll;
  return steps.every(({ outcome }) => outcome === 'ok') ? peerText.allWell : peerText.partly;
}

/** The server's words begin in lower case, since they also stand inside of lines. */
function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
