// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import type { OfflineView } from '../offline/view';
import { bytes } from '../ui/format';
import { GearIcon, Mark } from '../ui/icons';
import { text } from '../ui/text';
import type { Connection } from './useConnection';

interface HeaderProps {
  readonly connection: Connection;
  readonly view: OfflineView;
  readonly person: ComponentChildren;
  readonly onSettings: () => void;
}

export function Header({ connection, view, person, onSettings }: HeaderProps) {
  const used = (view.pins?.size ?? 0) > 0 ? (view.room?.usedBytes ?? null) : null;
  return (
    <header class="header">
      <h1 class="header__name">
        <Mark />
        {text.product}
      </h1>
      <p class={`connection connection--${connection}`} data-testid="connection" data-state={connection} role="status">
        {connection === 'online' ? text.online : text.offline}
      </p>
      {person}
      <button
        type="button"
        class="button button--quiet header__settings"
        aria-label={text.settings}
        onClick={onSettings}
      >
        {used !== null && <span>{text.used(bytes(used))}</span>}
        <GearIcon />
      </button>
    </header>
  );
}
