// A date as a source states it, to the day, the month or the year, as three entries on a form and as words.
import type { PreciseDate } from '../../shared/evidence/source.ts';

/** What a date leaves open, where it leaves something open. */
export const precisionWords: Readonly<Record<PreciseDate['precision'], string | undefined>> = {
  day: undefined,
  month: 'day not stated',
  year: 'day and month not stated',
  none: undefined,
};

export interface DateEntries {
  readonly year: string;
  /** "1" to "12", or empty. */
  readonly month: string;
  readonly day: string;
}

export function entriesOf({ value }: PreciseDate): DateEntries {
  const [year = '', month = '', day = ''] = value.split('-');
  return { year, month: withoutZero(month), day: withoutZero(day) };
}

/** Undefined where the entries are no date: a day without a month, 30 February, a year that is not four digits. */
export function dateOf({ year, month, day }: DateEntries): PreciseDate | undefined {
  const entries = [year, month, day].map((entry) => entry.trim());
  const [y = '', m = '', d = ''] = entries;
  if (entries.every((entry) => entry === '')) return { value: '', precision: 'none' };
  if (!/^[1-9]\d{3}$/.test(y)) return undefined;
  if (m === '') return d === '' ? { value: y, precision: 'year' } : undefined;
  if (!/^(?:0?[1-9]|1[0-2])$/.test(m)) return undefined;
  const monthValue = `${y}-${m.padStart(2, '0')}`;
  if (d === '') return { value: monthValue, precision: 'month' };
  if (!/^\d{1,2}$/.test(d) || Number(d) < 1 || Number(d) > daysIn(Number(y), Number(m))) {
    return undefined;
  }
  return { value: `${monthValue}-${d.padStart(2, '0')}`, precision: 'day' };
}

/** "12 June 2007", "June 2007", "2007" in the reader's locale; empty where nothing is known. */
export function dateWords({ value, precision }: PreciseDate, locale?: string): string {
  if (precision === 'none' || precision === 'year') return value;
  const { year, month, day } = entriesOf({ value, precision });
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, day === '' ? 1 : Number(day)));
  return date.toLocaleDateString(locale, {
    year: 'numeric',
    month: precision === 'day' ? 'short' : 'long',
    ...(precision === 'day' ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  });
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function withoutZero(part: string): string {
  return part.replace(/^0/, '');
}
