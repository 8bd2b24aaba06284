// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '../session/client';
import { accountText } from './text';

/** Why a change was not made, in words for the one who made it; empty when it was. */
export function refusalWords(answer: Answer): string {
  if (answer.kind === 'ok') return '';
  if (answer.kind === 'offline') return accountText.offline;
  if (answer.code === 'wrong-password') return accountText.wrong;
  if (answer.code === 'account-locked') return accountText.locked;
  return answer.detail === '' ? accountText.notUnderstood : answer.detail;
}
