// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { type Device, parseCode, parseDevices } from '../contract/accounts';
import type { SessionClient } from '../session/client';
import { Dialog } from '../ui/Dialog';
import { shortDate, shortInstant } from '../ui/format';
import { Ask } from './Ask';
import { Notices } from './Notices';
import { Table } from './Table';
import { adminText } from './text';
import { useAnswer } from './useAnswer';
import { actorWords, clock } from './words';

const PATH = '/api/v1/devices';
const words = adminText.devices;

interface ShownCode {
  readonly code: string;
  readonly minutes: number;
  readonly until: string;
}

/** Laptops and other sites that may copy from here. */
export function Devices({ session }: { readonly session: SessionClient }) {
  const { value: devices, failure, again, change } = useAnswer(session, PATH, parseDevices);
  const [code, setCode] = useState<ShownCode | null>(null);
  const [revoking, setRevoking] = useState<Device | null>(null);
  const [said, setSaid] = useState('');
  const pair = async () => {
    const answer = await change(() => session.change('POST', PATH, {}));
    if (answer.kind !== 'ok') return;
    const made = parseCode(answer.json);
    setCode({ ...made, until: clock(new Date(Date.now() + made.minutes * 60_000)) });
  };
  const revoke = async (device: Device) => {
    setSaid('');
    const answer = await change(() => session.change('DELETE', `${PATH}/${encodeURIComponent(device.device)}`));
    if (answer.kind === 'ok') setSaid(words.wasRevoked(device.name));
  };
  const closeCode = () => {
    setCode(null);
    again();
  };
  return (
    <>
      <p class="admin__intro">{devices?.length === 0 ? words.none : words.intro}</p>
      <Notices failure={failure} isLoading={devices === null} said={said} />
      <button type="button" class="button button--solid" data-testid="pair" onClick={() => void pair()}>
        {words.pair}
      </button>
      {devices !== null && devices.length > 0 && <DeviceTable devices={devices} onRevoke={setRevoking} />}
      {code !== null && (
        <Dialog title={words.codeTitle} testId="code" onClose={closeCode}>
          <p>{words.codeDetail(code.until, code.minutes)}</p>
          <p class="admin__code" data-testid="code-value">
            {code.code}
          </p>
          <p class="admin__command">
            <code>
              wardlight sync --from {location.origin} --pair {code.code}
            </code>
          </p>
        </Dialog>
      )}
      {revoking !== null && (
        <Ask
          title={words.revokeTitle(revoking.name)}
          detail={words.revokeDetail}
          action={words.revoke}
          onYes={() => void revoke(revoking)}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  );
}

interface DeviceTableProps {
  readonly devices: readonly Device[];
  readonly onRevoke: (device: Device) => void;
}

function DeviceTable({ devices, onRevoke }: DeviceTableProps) {
  return (
    <Table titles={[words.name, words.pairedBy, words.since, words.seen, words.state, words.actions]}>
      {devices.map((device) => (
        <tr key={device.device} data-testid="device-row">
          <th scope="row">
            {device.name} <small>{device.device}</small>
          </th>
          <td data-label={words.pairedBy}>{actorWords(device.owner)}</td>
          <td data-label={words.since}>{shortDate(device.createdAt.slice(0, 10))}</td>
          <td data-label={words.seen}>{shortInstant(device.seenAt)}</td>
          <td data-label={words.state} class={device.revokedAt === null ? undefined : 'admin__bad'}>
            {device.revokedAt === null ? words.welcome : words.revoked(shortInstant(device.revokedAt))}
          </td>
          <td data-label={words.actions}>
            {device.revokedAt === null && (
              <button
                type="button"
                class="button"
                aria-label={adminText.people.of(words.revoke, device.name)}
                onClick={() => onRevoke(device)}
              >
                {words.revoke}
              </button>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
