// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { refusalWords } from '../account/words';
import { type Peer, parsePeers } from '../contract/peers';
import type { SessionClient } from '../session/client';
import { Ask } from './Ask';
import { Notices } from './Notices';
import { PeerForm, type Wanted } from './PeerForm';
import { PeerTest } from './PeerTest';
import { peerText } from './peerText';
import { Table } from './Table';
import { useAnswer } from './useAnswer';

const PATH = '/api/v1/peers';
const at = (peer: Peer) => `${PATH}/${encodeURIComponent(peer.name)}`;

/** Who is known on the DICOM network. */
export function Peers({ session }: { readonly session: SessionClient }) {
  const { value, failure, change } = useAnswer(session, PATH, parsePeers);
  const [editing, setEditing] = useState<Peer | 'new' | null>(null);
  const [testing, setTesting] = useState<Peer | null>(null);
  const [removing, setRemoving] = useState<Peer | null>(null);
  const [said, setSaid] = useState('');
  const save = async (peer: Peer | null, wanted: Wanted) => {
    setSaid('');
    // A refusal is said in the dialog, where the words can be corrected.
    const answer = await session.change(peer === null ? 'POST' : 'PATCH', peer === null ? PATH : at(peer), wanted);
    if (answer.kind !== 'ok') return refusalWords(answer);
    await change(async () => answer);
    setSaid(peerText.wasKept(wanted.name));
    return '';
  };
  const remove = async (peer: Peer) => {
    setSaid('');
    const answer = await change(() => session.change('DELETE', at(peer)));
    if (answer.kind === 'ok') setSaid(peerText.wasRemoved(peer.name));
  };
  const peers = value?.peers ?? [];
  return (
    <>
      <p class="admin__intro">{value !== null && peers.length === 0 ? peerText.none : peerText.intro}</p>
      {value !== null && (
        <p class="admin__intro" data-testid="own">
          {peerText.own(value.own)} {value.own.promiscuous && peerText.promiscuous}
        </p>
      )}
      <Notices failure={failure} isLoading={value === null} said={said} />
      <button type="button" class="button button--solid" data-testid="add-peer" onClick={() => setEditing('new')}>
        {peerText.add}
      </button>
      {peers.length > 0 && <PeerTable peers={peers} onTest={setTesting} onChange={setEditing} onRemove={setRemoving} />}
      {editing !== null && (
        <PeerForm
          peer={editing === 'new' ? null : editing}
          onSave={(wanted) => save(editing === 'new' ? null : editing, wanted)}
          onClose={() => setEditing(null)}
        />
      )}
      {testing !== null && <PeerTest session={session} peer={testing} onClose={() => setTesting(null)} />}
      {removing !== null && (
        <Ask
          title={peerText.removeTitle(removing.name)}
          detail={peerText.removeDetail}
          action={peerText.remove}
          onYes={() => void remove(removing)}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  );
}

interface PeerTableProps {
  readonly peers: readonly Peer[];
  readonly onTest: (peer: Peer) => void;
  readonly onChange: (peer: Peer) => void;
  readonly onRemove: (peer: Peer) => void;
}

function PeerTable({ peers, onTest, onChange, onRemove }: PeerTableProps) {
  const button = (label: string, peer: Peer, onClick: (peer: Peer) => void) => (
    <button
      type="button"
      class="button"
      aria-label={peerText.of(label, peer.name)}
      data-testid={`peer-${label.toLowerCase()}`}
      onClick={() => onClick(peer)}
    >
      {label}
    </button>
  );
  return (
    <Table titles={[peerText.name, peerText.where, peerText.may, peerText.actions]}>
      {peers.map((peer) => (
        <tr key={peer.name} data-testid="peer-row">
          <th scope="row">
            {peer.name} {peer.given && <small>{peerText.given}</small>}
          </th>
          <td data-label={peerText.where} class="admin__uid">
            <span>
              {peer.title} · {peer.host} · {peer.port} {peer.tls && `· ${peerText.inTls}`}
              {peer.web !== '' && <small>{peer.web}</small>}
            </span>
          </td>
          <td data-label={peerText.may}>
            {peer.rights.map((right) => peerText.rights[right]).join(', ') || peerText.nothing}
          </td>
          <td data-label={peerText.actions}>
            <div class="admin__buttons">
              {button(peerText.test, peer, onTest)}
              {!peer.given && button(peerText.change, peer, onChange)}
              {!peer.given && button(peerText.remove, peer, onRemove)}
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
}
