// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { date, string } from './words';

/** Whom a study is of. `nhsNumber` is ten digits, and null unless the patient id is a valid one. */
export interface Patient {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly id: string;
  readonly issuer: string | null;
  readonly nhsNumber: string | null;
  readonly birthDate: string | null;
  readonly sex: string | null;
}

export function parsePatient(json: Json): Patient {
  return {
    name: json.field('name').string(),
    otherNames: json.field('otherNames').list(string),
    id: json.field('id').string(),
    issuer: json.field('issuer').optional(string),
    nhsNumber: json.field('nhsNumber').optional((n) => n.text(/^\d{10}$/, 'ten digits')),
    birthDate: json.field('birthDate').optional(date),
    sex: json.field('sex').optional(string),
  };
}
