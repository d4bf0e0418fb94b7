// Dates in the forms sources, citations and translations have them.
import type { PreciseDate } from '../evidence/source.ts';
import { chineseDates } from './chinese-dates.ts';
import { englishDates } from './english-dates.ts';
import { makeLegible } from './legible.ts';
import { loneYears, numericDates } from './numeric-dates.ts';
import { isPossible, type WrittenDate } from './written-date.ts';

/**
 * A date standing in a text, with UTF-16 offsets. `value` is `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; empty with precision
 * `none` for “n.d.”.
 */
export interface ReadDate extends PreciseDate {
  readonly start: number;
  readonly end: number;
  /** False: no calendar has it (31 June 2007); `value` then repeats what is written. */
  readonly possible: boolean;
}

const noDate = /(?<![\p{L}.])n\.\s?d\.(?!\p{L})/giu;
const weekday = /^\s*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?/i;

/** Every date with a year, and “n.d.”, in order. Both days of “12–14 June 2007” have the same offsets. */
export function readDates(text: string): ReadDate[] {
  const legible = makeLegible(text);
  const dates: ReadDate[] = scanDates(legible).dates.flatMap((date) => toReadDate(date) ?? []);
  for (const { 0: mark, index: start } of legible.matchAll(noDate)) {
    dates.push({ value: '', precision: 'none', start, end: start + mark.length, possible: true });
  }
  return dates.sort((a, b) => a.start - b.start);
}

/** The date a text begins with, a weekday before it allowed. Compare `end` to know whether more follows. */
export function readDate(text: string): ReadDate | undefined {
  const lead = weekday.exec(text)?.[0].length ?? 0;
  // No date is longer, and a source's whole text must not be read for its first line.
  const first = readDates(text.slice(lead, lead + 80))[0];
  if (first?.start !== 0) return undefined;
  return { ...first, start: lead, end: lead + first.end };
}

/** How `a` stands to `b`, at the coarser precision of the two; `unknown` where either is undated or impossible. */
export function compareDates(
  a: PreciseDate & { readonly possible?: boolean },
  b: PreciseDate & { readonly possible?: boolean },
): 'earlier' | 'later' | 'same' | 'unknown' {
  const length = Math.min(a.value.length, b.value.length);
  if (length < 4 || a.possible === false || b.possible === false) return 'unknown';
  const [one, other] = [a.value.slice(0, length), b.value.slice(0, length)];
  if (one === other) return 'same';
  return one < other ? 'earlier' : 'later';
}

/**
 * Dates as far as they are written, in order, without overlaps but for the days of a range; and the stretches whose
 * digits belong to a date nobody can read for certain. `text` is legible (`makeLegible`).
 */
export function scanDates(text: string): {
  readonly dates: readonly WrittenDate[];
  readonly ambiguous: readonly { readonly start: number; readonly end: number }[];
} {
  const { dates: numeric, ambiguous } = numericDates(text);
  // The more precise first: a year inside a full date is no date of its own.
  let dates: readonly WrittenDate[] = [];
  let taken: readonly { readonly start: number; readonly end: number }[] = ambiguous;
  for (const found of [englishDates(text), chineseDates(text), numeric, loneYears(text)]) {
    dates = [...dates, ...withoutOverlap(found, taken)].sort((a, b) => a.start - b.start);
    taken = [...ambiguous, ...dates].sort((a, b) => a.start - b.start);
  }
  return { dates, ambiguous };
}

type Range = Readonly<Record<'start' | 'end', number>>;

function withoutOverlap<T extends Range>(found: readonly T[], taken: readonly Range[]): T[] {
  const sorted = found.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return sorted.filter(({ start, end }) => {
    while ((taken[next]?.end ?? Infinity) <= start) next++;
    return (taken[next]?.start ?? Infinity) >= end;
  });
}

function toReadDate(date: WrittenDate): ReadDate | undefined {
  const { year, month, day, start, end } = date;
  if (year === undefined) return undefined;
  const value = [String(year), month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  return { value, precision, start, end, possible: isPossible(date) };
}
