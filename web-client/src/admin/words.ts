// SPDX-License-Identifier: Apache-2.0
import { isoDay, shortDate } from '../ui/format';
import { adminText } from './text';

/** `user:amy` is amy; what a newer server may say stays as it is. */
export function actorWords(actor: string): string {
  if (actor === 'nobody') return adminText.actors.nobody;
  if (actor === 'local') return adminText.actors.local;
  if (actor.startsWith('user:')) return actor.slice('user:'.length);
  if (actor.startsWith('peer:')) return adminText.actors.peer(actor.slice('peer:'.length));
  if (actor.startsWith('ae:')) return adminText.actors.stranger(actor.slice('ae:'.length));
  return actor.startsWith('device:') ? adminText.actors.device(actor.slice('device:'.length)) : actor;
}

export const actionWords = (action: string): string => adminText.actions[action] ?? action;
export const outcomeWords = (outcome: string): string => adminText.outcomes[outcome] ?? outcome;

/** An instant in local time to the second, as 25-Nov-2026 07:10:02. */
export function exactInstant(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${shortDate(isoDay(at))} ${clock(at, true)}`;
}

/** Hours and minutes of an instant in local time. */
export function clock(at: Date, withSeconds = false): string {
  const parts = [at.getHours(), at.getMinutes(), ...(withSeconds ? [at.getSeconds()] : [])];
  return parts.map((value) => String(value).padStart(2, '0')).join(':');
}
