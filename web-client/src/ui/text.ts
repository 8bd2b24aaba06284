// SPDX-License-Identifier: Apache-2.0
/** Every word that the list, the offline store and the shell say, in British English. */
export const text = {
  product: 'Wardlight',
  opening: 'Opening the study…',
} as const;
