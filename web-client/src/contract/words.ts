// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';

/** A DICOM UID (PS3.5 9.1). */
export function uid(json: Json): string {
  return json.text(/^[0-9.]{1,64}$/, 'a UID');
}

/** SHA-256 in lower-case hexadecimal. */
export function hash(json: Json): string {
  return json.text(/^[0-9a-f]{64}$/, 'a SHA-256');
}

/** yyyy-mm-dd. */
export function date(json: Json): string {
  return json.text(/^\d{4}-\d{2}-\d{2}$/, 'a date, yyyy-mm-dd');
}

export const string = (json: Json): string => json.string();
export const number = (json: Json): number => json.number();
