// Dates in running text, as the parser needs them.
import type { PreciseDate } from '../evidence/source.ts';
import { readDates } from '../parity/dates.ts';

export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Undefined for what has the form of a date but is in no calendar: 31 June 2025. */
  readonly date: PreciseDate | undefined;
}

/** Dates with a year, in order; "n.d." is none. */
export function findDates(text: string): FoundDate[] {
  if (!/\d/.test(text)) return [];
  return readDates(text).flatMap(({ value, precision, start, end, possible }): FoundDate[] => {
    if (precision === 'none') return [];
    const date = possible ? { value, precision } : undefined;
    return [{ start, end, text: text.slice(start, end), date }];
  });
}

/** A date that says something. */
export function isStated(date: PreciseDate | undefined): date is PreciseDate {
  return date !== undefined && date.precision !== 'none';
}
