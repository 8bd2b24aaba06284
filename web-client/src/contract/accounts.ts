// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { type Role, role } from './session';
import { string } from './words';

/** Somebody who has an account; `name` is what is typed to sign in. Times are ISO 8601. */
export interface User {
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly disabled: boolean;
  readonly lockedUntil: string | null;
  readonly createdAt: string;
  /** Whether the account sees only who is on `lists`. */
  readonly limited: boolean;
  readonly lists: readonly string[];
}

export const parseUsers = (json: Json): readonly User[] => json.field('users').list(parseUser);

export function parseUser(json: Json): User {
  return {
    name: json.field('name').string(),
    displayName: json.field('displayName').string(),
    role: role(json.field('role')),
    disabled: json.field('disabled').boolean(),
    lockedUntil: json.field('lockedUntil').optional(string),
    createdAt: json.field('createdAt').string(),
    limited: json.field('limited').boolean(),
    lists: json.field('lists').list(string),
  };
}

/** A path on this server with a secret in its fragment, which works once, for so many hours. */
export interface OneTimeLink {
  readonly link: string;
  readonly hours: number;
}

export function parseLink(json: Json): OneTimeLink {
  return { link: json.field('link').text(/^\/[a-z]/, 'a path on this server'), hours: json.field('hours').integer(1) };
}

/** A laptop or another site that was paired; `owner` is who gave out its code, as the audit has it. */
export interface Device {
  readonly device: string;
  readonly name: string;
  readonly owner: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly revokedAt: string | null;
}

export const parseDevices = (json: Json): readonly Device[] =>
  json.field('devices').list((item) => ({
    device: item.field('device').string(),
    name: item.field('name').string(),
    owner: item.field('owner').string(),
    createdAt: item.field('createdAt').string(),
    seenAt: item.field('seenAt').string(),
    revokedAt: item.field('revokedAt').optional(string),
  }));

export interface PairingCode {
  readonly code: string;
  readonly minutes: number;
}

export function parseCode(json: Json): PairingCode {
  return { code: json.field('code').string(), minutes: json.field('minutes').integer(1) };
}
