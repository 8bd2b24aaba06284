// SPDX-License-Identifier: Apache-2.0
import { useId, useState } from 'preact/hooks';
import { Field } from '../account/Field';
import { type Peer, RIGHTS, type Right } from '../contract/peers';
import { Dialog } from '../ui/Dialog';
import { peerText } from './peerText';
import { adminText } from './text';

const words = peerText.field;

/** What is asked of the server; the name does not change once it is kept. */
export type Wanted = Omit<Peer, 'given'>;

const NEW: Wanted = {
  name: '',
  title: '',
  host: '',
  port: 104,
  tls: false,
  characterSet: '',
  anyAddress: false,
  rights: RIGHTS,
  web: '',
};

interface PeerFormProps {
  /** The peer that is changed; null for a new one. */
  readonly peer: Peer | null;
  /** Saves; answers why it was refused, empty when it was not. */
  readonly onSave: (wanted: Wanted) => Promise<string>;
  readonly onClose: () => void;
}

/** Asks for what must be known of a peer. */
export function PeerForm({ peer, onSave, onClose }: PeerFormProps) {
  const [wanted, setWanted] = useState<Wanted>(peer ?? NEW);
  const [port, setPort] = useState(String(wanted.port));
  const [failure, setFailure] = useState('');
  const put = (change: Partial<Wanted>) => setWanted((before) => ({ ...before, ...change }));
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setFailure('');
    const refusal = await onSave({ ...wanted, port: /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0 });
    setFailure(refusal);
    if (refusal === '') onClose();
  };
  const field = (key: 'name' | 'title' | 'host' | 'web' | 'characterSet', isFirst = false) => (
    <Field
      label={words[key]}
      hint={words[`${key}Hint`]}
      testId={`peer-${key}`}
      autocomplete="off"
      value={wanted[key]}
      isFirst={isFirst}
      onValue={(value) => put({ [key]: value })}
    />
  );
  return (
    <Dialog
      title={peer === null ? peerText.addTitle : peerText.changeTitle(peer.name)}
      testId="peer-dialog"
      onClose={onClose}
    >
      <form onSubmit={(event) => void save(event)}>
        {peer === null && field('name', true)}
        {field('title', peer !== null)}
        {field('host')}
        <Field
          label={words.port}
          hint={words.portHint}
          testId="peer-port"
          autocomplete="off"
          value={port}
          onValue={setPort}
        />
        <Rights rights={wanted.rights} onRights={(rights) => put({ rights })} />
        <details class="admin__more">
          <summary>{adminText.more}</summary>
          <Check label={peerText.tls} checked={wanted.tls} onCheck={(tls) => put({ tls })} />
          <Check
            label={peerText.anyAddress}
            checked={wanted.anyAddress}
            onCheck={(anyAddress) => put({ anyAddress })}
          />
          {field('web')}
          {field('characterSet')}
        </details>
        <p role="alert" class="admin__failure" data-testid="peer-failure">
          {failure}
        </p>
        <div class="admin__choices">
          <button type="button" class="button" onClick={onClose}>
            {adminText.cancel}
          </button>
          <button type="submit" class="button button--solid" data-testid="peer-save">
            {peerText.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface RightsProps {
  readonly rights: readonly Right[];
  readonly onRights: (rights: readonly Right[]) => void;
}

function Rights({ rights, onRights }: RightsProps) {
  return (
    <fieldset class="admin__checks">
      <legend>{peerText.rightsTitle}</legend>
      {RIGHTS.map((right) => (
        <Check
          key={right}
          label={peerText.rights[right]}
          checked={rights.includes(right)}
          onCheck={(on) => onRights(RIGHTS.filter((each) => (each === right ? on : rights.includes(each))))}
        />
      ))}
    </fieldset>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onCheck: (on: boolean) => void;
}

function Check({ label, checked, onCheck }: CheckProps) {
  const id = useId();
  return (
    <label class="admin__check" for={id}>
      <input id={id} type="checkbox" checked={checked} onChange={(event) => onCheck(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
