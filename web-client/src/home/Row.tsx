// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import type { Patient } from '../contract/patient';
import type { StudySummary } from '../contract/studies';
import { arrivalWords } from '../ui/arrival';
import { age, isoDay, nhsNumber, shortDate } from '../ui/format';
import { text } from '../ui/text';

interface RowProps {
  readonly study: StudySummary;
  readonly href: string;
  /** By the clock of whoever told of it; null when that is not known. */
  readonly now: number | null;
  readonly onOpen: (event: MouseEvent) => void;
  readonly children: ComponentChildren;
}

/** One study: a card on a phone, a line of a table on a wide screen. The whole of it opens the study. */
export function Row({ study, href, now, onOpen, children }: RowProps) {
  return (
    <li class="row" data-testid="study-row" data-study={study.study}>
      <div class="row__patient">
        <a class="row__open" href={href} onClick={onOpen} data-row>
          {study.patient.name || study.patient.id || study.study}
        </a>
        <PatientFacts patient={study.patient} />
      </div>
      <div class="row__study">
        <p class="row__description">
          {study.modalities.map((modality) => (
            <span class="modality" key={modality}>
              {modality}
            </span>
          ))}
          <span>{study.description || text.noDescription}</span>
        </p>
        <p class="row__counts">
          {text.series(study.series)}, {text.images(study.instances)}
          <Partial study={study} now={now} />
        </p>
      </div>
      <p class="row__date">
        {study.date === null ? text.dateUnknown : <time dateTime={study.date}>{shortDate(study.date)}</time>}
        {study.time !== null && <span class="row__time"> {study.time}</span>}
      </p>
      <div class="row__device">{children}</div>
    </li>
  );
}

function PatientFacts({ patient }: { readonly patient: Patient }) {
  const { nhsNumber: nhs, birthDate, sex, id } = patient;
  const years = birthDate === null ? '' : age(birthDate, isoDay(new Date()));
  return (
    <>
      {patient.otherNames.length > 0 && <p class="row__names">{patient.otherNames.join(' · ')}</p>}
      <p class="row__facts">
        <span class="nowrap">
          {nhs === null ? text.noNhs : text.nhs} <b>{nhs === null ? id : nhsNumber(nhs)}</b>
        </span>
        <span class="nowrap">
          {birthDate === null ? (
            text.bornUnknown
          ) : (
            <>
              {text.born} <b>{shortDate(birthDate)}</b>
              {years && ` (${years})`}
            </>
          )}
        </span>
        {sex !== null && <span class="nowrap">{text.sexes[sex] ?? sex}</span>}
      </p>
    </>
  );
}

/** A study may not be whole yet, here or at the site that this node copies from: that is said, never hidden. */
function Partial({ study, now }: Pick<RowProps, 'study' | 'now'>) {
  const { readiness, arrival } = study;
  const arriving = now === null ? '' : arrivalWords(arrival ?? null, now);
  const isCopied = readiness === null || readiness.state === 'complete';
  const words = arriving || (isCopied ? '' : text.serverHas(readiness.have, readiness.of));
  if (words === '') return null;
  return (
    <span class="row__partial" data-testid="arrival">
      {' · '}
      {words}
    </span>
  );
}
