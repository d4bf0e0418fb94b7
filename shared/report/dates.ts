// Dates in running text: where they stand and how precise they are.
import type { PreciseDate } from '../evidence/source.ts';
import { readDate } from '../text/dates.ts';

export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Undefined for what has the form of a date but is no day of any calendar: 31 June 2025. */
  readonly date: PreciseDate | undefined;
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const forms = new RegExp(
  [
    '\\b\\d{4}-\\d{1,2}-\\d{1,2}\\b',
    `\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month},?\\s+\\d{4}\\b`,
    `\\b${month}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}\\b`,
    `\\b${month},?\\s+\\d{4}\\b`,
    '\\b\\d{1,2}([./])\\d{1,2}\\1\\d{4}\\b',
    '\\d{4}\\s?年(?:\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日)?)?',
    '(?<![\\d.,/-])(?:19|20)\\d{2}(?![\\d/]|[.,]\\d)',
  ].join('|'),
  'giu',
);

/** Dates in order. A day written in digits alone counts as its year where day and month could be exchanged. */
export function findDates(text: string): FoundDate[] {
  return Array.from(text.matchAll(forms), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    text: found,
    date: readFound(found),
  }));
}

function readFound(found: string): PreciseDate | undefined {
  const [, first, second, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(found) ?? [];
  if (first !== undefined && second !== undefined && year !== undefined) {
    if (Number(first) === Number(second) || Number(first) > 12)
      return readDate(`${year}-${second}-${first}`);
    return Number(second) > 12 ? readDate(`${year}-${first}-${second}`) : readDate(year);
  }
  const plain = found
    .replace(/\s?[年月]\s?(?=\d)/g, '-')
    .replace(/\s?[年月日]$/, '')
    .replace(/\s+of\s+/i, ' ')
    .replace(/\s+/g, ' ');
  const chineseMonth = /^(\d{4})-(\d{1,2})$/.exec(plain);
  if (chineseMonth === null) return readDate(plain);
  const [, inYear = '', inMonth = ''] = chineseMonth;
  const day = readDate(`${inYear}-${inMonth}-1`);
  return day && { value: day.value.slice(0, 7), precision: 'month' };
}

/** -1, 0 or 1, at the coarser precision of the two; 0 where one of them says nothing. */
export function compareDates(a: PreciseDate, b: PreciseDate): number {
  const length = Math.min(a.value.length, b.value.length);
  const [x, y] = [a.value.slice(0, length), b.value.slice(0, length)];
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

export function hasDate(date: PreciseDate | undefined): date is PreciseDate {
  return date !== undefined && date.precision !== 'none';
}
