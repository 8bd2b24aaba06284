// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import type { StudyDescriptor } from '../model/study';
import { age, isoDay, nhsNumber, shortDate, shortInstant } from '../ui/format';
import { text } from '../ui/text';
import { BackIcon } from './icons';

interface Props {
  readonly study: StudyDescriptor;
  readonly isOffline: boolean;
  readonly note: string;
  readonly onBack: () => void;
  readonly backLabel?: string;
  readonly actions?: ComponentChildren;
}

/** Whom the study was under: what is burnt into an image or written in a report still names that one. */
function Corrected({ correction }: { readonly correction: NonNullable<StudyDescriptor['correction']> }) {
  const { by, at, original } = correction;
  const number = original.nhsNumber === null ? original.id : nhsNumber(original.nhsNumber);
  return (
    <span class="patient-banner__note" data-testid="corrected">
      Patient corrected by {by}, <span class="nowrap">{shortInstant(at)}</span>; was{' '}
      {original.name || 'name not stated'}, <span class="nowrap">{number}</span>
    </span>
  );
}

/** Whose pictures these are: on every screen, never cut off. */
export function Banner({ study, isOffline, note, onBack, backLabel = text.backToList, actions }: Props) {
  const { patient } = study;
  const { birthDate, sex } = patient;
  const years = birthDate === null ? '' : age(birthDate, isoDay(new Date()));
  const offline = isOffline || !navigator.onLine;
  return (
    <header class="patient-banner" data-testid="patient-banner">
      <button type="button" class="viewer-button" data-testid="back" aria-label={backLabel} onClick={onBack}>
        <BackIcon />
      </button>
      <div class="patient-banner__who">
        <strong class="patient-banner__name">{patient.name || 'Name not stated'}</strong>
        <span class="patient-banner__facts">
          {patient.otherNames.length > 0 && <span>{patient.otherNames.join(' · ')}</span>}
          <span>
            <i>born</i> <span class="nowrap">{birthDate === null ? 'not stated' : shortDate(birthDate)}</span>
            {years && ` (${years})`}
          </span>
          <span>
            {patient.nhsNumber === null ? (
              <>
                <i>ID</i> {patient.id || 'not stated'}
              </>
            ) : (
              <>
                <i>NHS</i> <span class="nowrap">{nhsNumber(patient.nhsNumber)}</span>
              </>
            )}
          </span>
          {sex !== null && <span>{text.sexes[sex] ?? sex}</span>}
        </span>
      </div>
      <div class="patient-banner__study">
        <span class="patient-banner__description">{study.description || 'Study'}</span>
        <span class="patient-banner__date">
          {study.date !== null && <span class="nowrap">{shortDate(study.date)}</span>}{' '}
          {study.time !== null && <span class="nowrap">{study.time}</span>}
        </span>
        {study.correction !== null && <Corrected correction={study.correction} />}
        {note !== '' && (
          <span class="patient-banner__note" data-testid="study-note">
            {note}
          </span>
        )}
        {offline && (
          <span class="patient-banner__offline" data-testid="as-of">
            <span class="nowrap">Offline ·</span> as of <span class="nowrap">{shortInstant(study.asOf)}</span>
          </span>
        )}
      </div>
      {actions}
    </header>
  );
}
