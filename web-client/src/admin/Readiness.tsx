// SPDX-License-Identifier: Apache-2.0
import { type DeviceReadiness, type ListReadiness, parseListReadiness } from '../contract/lists';
import type { SessionClient } from '../session/client';
import { Dialog } from '../ui/Dialog';
import { ending, shortInstant } from '../ui/format';
import { listText } from './listText';
import { Notices } from './Notices';
import { useAnswer } from './useAnswer';

interface ReadinessProps {
  readonly session: SessionClient;
  readonly name: string;
  readonly onClose: () => void;
}

/** How ready a list is: device by device, then patient by patient. */
export function Readiness({ session, name, onClose }: ReadinessProps) {
  const path = `/api/v1/lists/${encodeURIComponent(name)}/readiness`;
  const { value, failure } = useAnswer(session, path, parseListReadiness);
  return (
    <Dialog title={listText.readinessOf(name)} testId="readiness-dialog" onClose={onClose}>
      <Notices failure={failure} isLoading={value === null} said="" />
      {value !== null && <Devices readiness={value} />}
      {value !== null && value.devices.length > 0 && <Patients readiness={value} />}
    </Dialog>
  );
}

function Devices({ readiness }: { readonly readiness: ListReadiness }) {
  if (readiness.devices.length === 0) return <p>{listText.noDevice}</p>;
  return (
    <ul class="admin__lines">
      {readiness.devices.map((device) => (
        <li key={`${device.owner} ${device.name} ${device.at}`} data-testid="device-readiness">
          <b>{device.name}</b> ({device.owner.replace(/^[a-z]+:/, '')}): {deviceWords(device)}.{' '}
          <small>{listText.told(shortInstant(device.at))}</small>
        </li>
      ))}
    </ul>
  );
}

function deviceWords({ ready, of, until }: DeviceReadiness): string {
  const end = until === null ? '' : listText.until(ending(until, new Date()));
  return (ready === of ? listText.allReady(of) : listText.partReady(ready, of)) + end;
}

function Patients({ readiness }: { readonly readiness: ListReadiness }) {
  const { devices } = readiness;
  return (
    <>
      <h3>{listText.byPatient}</h3>
      <ul class="admin__lines">
        {readiness.patients.map((patient, place) => {
          const ready = devices.filter(({ lacking }) => !lacking.includes(place));
          const isBad = patient.studies > 0 && ready.length === 0;
          return (
            <li key={patient.text} class={isBad ? 'admin__bad' : undefined} data-testid="patient-readiness">
              <b>{patient.name ?? patient.text}</b>{' '}
              {patient.studies === 0 ? listText.nothing : listText.readyOn(ready.map(({ name }) => name))}
            </li>
          );
        })}
      </ul>
    </>
  );
}
