// SPDX-License-Identifier: Apache-2.0
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2026-11-24 → 24-Nov-2026: never ambiguous between countries. What is no date stays as it is: a doubtful one must not vanish. */
export function shortDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? date : `${day}-${name}-${year}`;
}

/** An instant in local time, as 24-Nov-2026 07:10. */
export function shortInstant(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${shortDate(isoDay(at))} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** An instant to come in local time, as Friday 18:00; with its date when that is a week or more away. */
export function ending(iso: string, now: Date): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const time = `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
  if (isoDay(at) === isoDay(now)) return `${time} today`;
  const isNear = at.getTime() - now.getTime() < 6 * 86_400_000 && at > now;
  return isNear ? `${DAYS[at.getDay()]} ${time}` : `${DAYS[at.getDay()]} ${shortDate(isoDay(at))} ${time}`;
}

/** The local day of an instant, yyyy-mm-dd. */
export function isoDay(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** 9990000018 → 999 000 0018. */
export function nhsNumber(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
}

/** Age on a day, as clinicians say it: 69y, under two years 14m, under three months 5w, under four weeks 12d. Empty before birth. */
export function age(birthDate: string, day: string): string {
  const born = Date.parse(birthDate);
  const days = Math.floor((Date.parse(day) - born) / 86_400_000);
  if (!(days >= 0)) return '';
  const [by = 0, bm = 0, bd = 0] = birthDate.split('-').map(Number);
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
  const months = (y - by) * 12 + (m - bm) - (d < bd ? 1 : 0);
  if (months >= 24) return `${Math.floor(months / 12)}y`;
  if (months >= 3) return `${months}m`;
  return days >= 28 ? `${Math.floor(days / 7)}w` : `${days}d`;
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** 83000000 → 83 MB; below ten of a unit with one decimal. */
export function bytes(count: number): string {
  let value = count;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

/** A part of 1 in whole percent; 100 only when it is all. */
export function percent(part: number): number {
  return part >= 1 ? 100 : Math.min(99, Math.floor(part * 100));
}
