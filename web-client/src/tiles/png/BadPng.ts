// SPDX-License-Identifier: Apache-2.0
/** An exact tile that is not what it was announced to be; it is not drawn. */
export class BadPng extends Error {
  override name = 'BadPng';
}
