import type { PreciseDate } from '../evidence/source.ts';

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

/** Every date with a year, in order. */
export function readDates(text: string): ReadDate[] {
  void text;
  return [];
}

/** The date a text begins with (blanks and a weekday before it allowed). Compare `end` to know whether more follows. */
export function readDate(text: string): ReadDate | undefined {
  void text;
  return undefined;
}

/** How `a` stands to `b`, at the coarser precision of the two; `unknown` where either is “n.d.” or impossible. */
export function compareDates(
  a: PreciseDate & { readonly possible?: boolean },
  b: PreciseDate & { readonly possible?: boolean },
): 'earlier' | 'later' | 'same' | 'unknown' {
  void a;
  void b;
  return 'unknown';
}
