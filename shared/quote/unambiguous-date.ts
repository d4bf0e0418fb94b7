import type { PreciseDate } from '../evidence/source.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * `2007-06-12` → “12 June 2007”, `2007-06` → “June 2007”, `2007` → “2007”. Never digits for a month: 12/06/2007 is two
 * different days in two countries. What is no such date comes back as it was written.
 */
export function unambiguousDate(value: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value.trim()) ?? [];
  if (year === undefined) return value.trim();
  if (month === undefined) return year;
  const name = months[Number(month) - 1];
  if (name === undefined) return value.trim();
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** As a citation has it: “n.d.” where the source states none. */
export function citedDate(date: PreciseDate): string {
  const stated = date.precision === 'none' ? '' : unambiguousDate(date.value);
  return stated === '' ? 'n.d.' : stated;
}

/** A moment in UTC, so that an export does not tell the time zone it was made in. */
export function unambiguousMoment(atMs: number): string {
  const iso = new Date(atMs).toISOString();
  return `${unambiguousDate(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
}
