// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { string } from './words';

export const ROLES = ['viewer', 'editor', 'admin', 'device'] as const;
export type Role = (typeof ROLES)[number];

/** Who the page belongs to. All but `accounts` are null while nobody has signed in. */
export interface Who {
  /** As the audit has it: `user:` and the name that is typed, or `local`. */
  readonly id: string | null;
  readonly name: string | null;
  readonly role: Role | null;
  /** What changes must carry as X-CSRF-Token. */
  readonly csrf: string | null;
  /** Whether anybody has an account: if not, nobody needs to sign in. */
  readonly accounts: boolean;
}

export const CSRF_HEADER = 'X-CSRF-Token';

export const role = (json: Json): Role => json.word(ROLES);

export function parseSession(json: Json): Who {
  return {
    id: json.field('id').optional(string),
    name: json.field('name').optional(string),
    role: json.field('role').optional(role),
    csrf: json.field('csrf').optional(string),
    accounts: json.field('accounts').boolean(),
  };
}

/** What a one-time link is for: a new user of that role, or a new password of `user`. */
export interface Offer {
  readonly role: Role;
  readonly user: string | null;
}

export function parseOffer(json: Json): Offer {
  return { role: role(json.field('role')), user: json.field('user').optional(string) };
}
