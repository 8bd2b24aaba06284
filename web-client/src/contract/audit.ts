// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { hash, string } from './words';

/** Somebody did something, or was refused it. `action` and `outcome` may be words of a newer server. */
export interface AuditEntry {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly origin: string;
  readonly action: string;
  readonly outcome: string;
  readonly study: string | null;
  readonly detail: string | null;
  readonly hash: string;
}

/** Newest first; `next` is what to ask for older entries with, null when there are none. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly next: number | null;
}

export function parseAudit(json: Json): AuditPage {
  return {
    entries: json.field('entries').list(parseEntry),
    next: json.field('next').optional((number) => number.integer(0)),
  };
}

function parseEntry(json: Json): AuditEntry {
  return {
    id: json.field('id').integer(1),
    at: json.field('at').string(),
    actor: json.field('actor').string(),
    origin: json.field('origin').string(),
    action: json.field('action').string(),
    outcome: json.field('outcome').string(),
    study: json.field('study').optional(string),
    detail: json.field('detail').optional(string),
    hash: hash(json.field('hash')),
  };
}
