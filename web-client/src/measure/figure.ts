// SPDX-License-Identifier: Apache-2.0
/** `value` as computed; `shown` with as many digits as it is worth, and its unit. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly shown: string;
}

export function figure(name: string, value: number, unit: string, digits: number): Figure {
  if (!Number.isFinite(value)) return { name, value, unit, shown: '–' };
  const fixed = value.toFixed(digits);
  const number = (Number(fixed) === 0 ? fixed.replace('-', '') : fixed).replace('-', '−');
  return { name, value, unit, shown: unit === '' ? number : unit === '°' ? `${number}°` : `${number} ${unit}` };
}
