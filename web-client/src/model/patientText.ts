// SPDX-License-Identifier: Apache-2.0
// How a patient is named on the screen, after the NHS Common User Interface guidance: FAMILY, Given; dd-Mon-yyyy; 3-3-4.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const partsOf = (date: string | null): [number, number, number] | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '');
  return match === null ? null : [Number(match[1]), Number(match[2]), Number(match[3])];
};

/** 14-Mar-1957; what is no date is given back as it stands, since a doubtful date must not vanish. */
export function dateText(date: string | null): string {
  const parts = partsOf(date);
  if (parts === null) return date ?? '';
  const month = MONTHS[parts[1] - 1];
  return month === undefined ? (date ?? '') : `${String(parts[2]).padStart(2, '0')}-${month}-${parts[0]}`;
}

/** Age in whole years, below two years in months, below two months in days; empty when a date is missing. */
export function ageText(birthDate: string | null, on: string | null): string {
  const birth = partsOf(birthDate);
  const day = partsOf(on);
  if (birth === null || day === null) return '';
  const beforeDay = day[2] < birth[2] ? 1 : 0;
  const months = (day[0] - birth[0]) * 12 + day[1] - birth[1] - beforeDay;
  if (months < 0) return '';
  if (months >= 24) return `${Math.floor(months / 12)} y`;
  if (months >= 2) return `${months} m`;
  const days = (Date.UTC(day[0], day[1] - 1, day[2]) - Date.UTC(birth[0], birth[1] - 1, birth[2])) / 86_400_000;
  return `${days} d`;
}

/** 999 000 0018 */
export const nhsText = (digits: string): string => `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;

const SEXES: Readonly<Record<string, string>> = { M: 'Male', F: 'Female', O: 'Other' };

export const sexText = (sex: string | null): string => (sex === null ? '' : (SEXES[sex] ?? ''));
