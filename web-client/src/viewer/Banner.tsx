// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { ageText, dateText, nhsText, sexText } from '../model/patientText';
import type { StudyDescriptor } from '../model/study';
import { BackIcon } from './icons';

interface Props {
  readonly study: StudyDescriptor;
  readonly isOffline: boolean;
  readonly note: string;
  readonly onBack: () => void;
  readonly actions?: ComponentChildren;
}

/** Whose pictures these are: on every screen, never cut off. */
export function Banner({ study, isOffline, note, onBack, actions }: Props) {
  const { patient } = study;
  const age = ageText(patient.birthDate, study.date);
  const offline = isOffline || !navigator.onLine;
  return (
    <header class="patient-banner" data-testid="patient-banner">
      <button type="button" class="viewer-button" data-testid="back" aria-label="Back to the list" onClick={onBack}>
        <BackIcon />
      </button>
      <div class="patient-banner__who">
        <strong class="patient-banner__name">{patient.name || 'Name not stated'}</strong>
        <span class="patient-banner__facts">
          {patient.otherNames.length > 0 && <span>{patient.otherNames.join(' · ')}</span>}
          <span>
            <i>born</i> <span class="nowrap">{dateText(patient.birthDate) || 'not stated'}</span>
            {age && ` (${age})`}
          </span>
          <span>
            {patient.nhsNumber === null ? (
              <>
                <i>ID</i> {patient.id || 'not stated'}
              </>
            ) : (
              <>
                <i>NHS</i> <span class="nowrap">{nhsText(patient.nhsNumber)}</span>
              </>
            )}
          </span>
          {patient.sex && <span>{sexText(patient.sex)}</span>}
        </span>
      </div>
      <div class="patient-banner__study">
        <span class="patient-banner__description">{study.description || 'Study'}</span>
        <span class="patient-banner__date">
          <span class="nowrap">{dateText(study.date)}</span>{' '}
          {study.time !== null && <span class="nowrap">{study.time}</span>}
        </span>
        {note !== '' && (
          <span class="patient-banner__note" role="status" data-testid="study-note">
            {note}
          </span>
        )}
        {offline && (
          <span class="patient-banner__offline" data-testid="as-of">
            <span class="nowrap">Offline ·</span> as of <span class="nowrap">{asOfText(study.asOf)}</span>
          </span>
        )}
      </div>
      {actions}
    </header>
  );
}

/** The time of the copy, in the reader's own time zone. */
function asOfText(asOf: string): string {
  const time = new Date(asOf);
  if (Number.isNaN(time.getTime())) return asOf;
  const two = (value: number) => String(value).padStart(2, '0');
  const day = dateText(`${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`);
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
