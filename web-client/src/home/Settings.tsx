// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import type { OfflineView } from '../offline/view';
import { Dialog } from '../ui/Dialog';
import { bytes } from '../ui/format';
import { WarnIcon } from '../ui/icons';
import { text } from '../ui/text';

declare const __VERSION__: string;

interface SettingsProps {
  readonly view: OfflineView;
  readonly onClose: () => void;
}

/** What this device keeps and may lose, what the product is and is not. */
export function Settings({ view, onClose }: SettingsProps) {
  return (
    <Dialog title={text.about} testId="settings" onClose={onClose}>
      <div class="caution">
        <WarnIcon />
        <div>
          <h3>{text.notDiagnostic}</h3>
          <p>{text.notDiagnosticDetail}</p>
        </div>
      </div>
      <h3>{text.storage}</h3>
      <Storage view={view} />
      <p class="settings__note">
        {text.version} {__VERSION__}
      </p>
    </Dialog>
  );
}

function Storage({ view }: { readonly view: OfflineView }) {
  if (view.support !== 'yes') return <p>{view.support === 'insecure' ? text.insecure : text.unsupported}</p>;
  const { usedBytes = null, freeBytes = null } = view.room ?? {};
  const complete = [...(view.pins?.values() ?? [])].filter((pin) => pin.state === 'complete').length;
  const persisted =
    view.isPersisted === null || (!view.isPersisted && view.pins?.size === 0)
      ? text.persistedUnasked
      : view.isPersisted
        ? text.persistedYes
        : text.persistedNo;
  return (
    <>
      <dl class="facts">
        <Fact name={text.keptStudies}>{complete}</Fact>
        <Fact name={text.storageUsed}>{usedBytes === null ? text.storageUnknown : bytes(usedBytes)}</Fact>
        <Fact name={text.storageFree}>{freeBytes === null ? text.storageUnknown : bytes(freeBytes)}</Fact>
        <Fact name={text.shellKept}>{view.isShellKept ? text.shellKeptYes : text.shellKeptNo}</Fact>
        <Fact name={text.persisted}>{persisted}</Fact>
      </dl>
      <p class="settings__note">{text.mayClear}</p>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
