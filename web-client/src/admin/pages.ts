// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from 'preact';
import type { SessionClient } from '../session/client';
import { text } from '../ui/text';
import { Audit } from './Audit';
import { Devices } from './Devices';
import { Lists } from './Lists';
import { Pacs } from './Pacs';
import { Peers } from './Peers';
import { People } from './People';

/** A page of an administrator, at `/admin/{path}`. */
export interface AdminPage {
  readonly path: string;
  readonly title: string;
  readonly Page: ComponentType<{ readonly session: SessionClient }>;
}

/** The first is shown at `/admin`. To add one: a component, a line here, and its title in `text.adminPages`, which is what the menu lists. */
export const ADMIN_PAGES: readonly AdminPage[] = [
  { path: 'people', title: text.adminPages.people, Page: People },
  { path: 'devices', title: text.adminPages.devices, Page: Devices },
  { path: 'lists', title: text.adminPages.lists, Page: Lists },
  { path: 'peers', title: text.adminPages.peers, Page: Peers },
  { path: 'pacs', title: text.adminPages.pacs, Page: Pacs },
  { path: 'audit', title: text.adminPages.audit, Page: Audit },
];
