// SPDX-License-Identifier: Apache-2.0
import type { StudySummary } from '../contract/studies';
import type { OfflineClient } from '../offline/client';
import { type OfflineView, type Readiness, readinessOf } from '../offline/view';
import { bytes, ending, percent, shortInstant } from '../ui/format';
import { CheckIcon, CrossIcon, KeepIcon, WarnIcon } from '../ui/icons';
import { text } from '../ui/text';
import { readinessWords } from './pinWords';

interface PinControlProps {
  readonly study: StudySummary;
  readonly client: OfflineClient;
  readonly view: OfflineView;
  readonly isOffline: boolean;
}

/** How a study stands on this device, and the button that changes it. */
export function PinControl({ study, client, view, isOffline }: PinControlProps) {
  const readiness = readinessOf(view, study.study);
  return (
    <div class={`pin pin--${readiness.state}`}>
      <div class="pin__state">
        <p class="pin__words" data-testid="readiness" data-state={readiness.state}>
          {readiness.state === 'complete' && <CheckIcon />}
          {readiness.state === 'failed' && <WarnIcon />}
          {readinessWords(readiness)}
        </p>
        <Detail readiness={readiness} study={study} isOffline={isOffline} />
      </div>
      <PinButton study={study} client={client} view={view} readiness={readiness} />
    </div>
  );
}

interface DetailProps {
  readonly readiness: Readiness;
  readonly study: StudySummary;
  readonly isOffline: boolean;
}

function Detail({ readiness, study, isOffline }: DetailProps) {
  if (readiness.state === 'complete') {
    const asOf = isOffline && readiness.heardAt !== null ? `, ${text.asOf(shortInstant(readiness.heardAt))}` : '';
    const until = readiness.until === null ? '' : text.untilWhen(ending(readiness.until, new Date()));
    return <p class="pin__detail">{bytes(readiness.bytes) + until + asOf}</p>;
  }
  if (!('part' in readiness)) return null;
  const { part, haveBytes, ofBytes } = readiness;
  return (
    <>
      <div
        class="progress"
        data-testid="pin-progress"
        role="progressbar"
        aria-label={text.progressOf(study.patient.name)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent(part)}
      >
        <div class="progress__bar" style={{ transform: `scaleX(${part})` }} />
      </div>
      {ofBytes > 0 && <p class="pin__detail">{text.of(bytes(haveBytes), bytes(ofBytes))}</p>}
    </>
  );
}

type PinButtonProps = Pick<PinControlProps, 'study' | 'client' | 'view'> & { readonly readiness: Readiness };

function PinButton({ study, client, view, readiness }: PinButtonProps) {
  const { name } = study.patient;
  if (view.support !== 'yes' || readiness.state === 'removing') return null;
  if (readiness.state === 'none' || readiness.state === 'failed') {
    const label = readiness.state === 'failed' ? text.retry : text.keep;
    return (
      <div class="pin__buttons">
        <button
          type="button"
          class="button"
          data-testid="keep-offline"
          aria-label={`${label}: ${name}`}
          disabled={view.pins === null}
          onClick={() => void client.keep(study)}
        >
          <KeepIcon />
          <span>{label}</span>
        </button>
        {readiness.state === 'failed' && <RemoveButton label={text.cancelOf(name)} study={study} client={client} />}
      </div>
    );
  }
  const isComplete = readiness.state === 'complete' || readiness.state === 'updating';
  return (
    <div class="pin__buttons">
      <RemoveButton label={isComplete ? text.removeOf(name) : text.cancelOf(name)} study={study} client={client}>
        {isComplete ? text.removeShort : text.cancel}
      </RemoveButton>
    </div>
  );
}

interface RemoveButtonProps {
  readonly label: string;
  readonly study: StudySummary;
  readonly client: OfflineClient;
  readonly children?: string;
}

function RemoveButton({ label, study, client, children }: RemoveButtonProps) {
  return (
    <button
      type="button"
      class="button button--quiet"
      data-testid="remove-offline"
      aria-label={label}
      title={label}
      onClick={() => void client.remove(study.study)}
    >
      <CrossIcon />
      {children && <span>{children}</span>}
    </button>
  );
}
