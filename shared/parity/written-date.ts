/** A date as far as it is written: “12 June” has no year, 2007年 no month. Offsets are UTF-16 code units. */
export interface WrittenDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly start: number;
  readonly end: number;
  /** False: it may be something else, such as the verb “may” or the price of 2007 coins. */
  readonly sure: boolean;
}

const firstYear = 1500;
const lastYear = 2200;

export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= firstYear && value <= lastYear;
}

/** Whether a calendar has it. Without a year, 29 February is possible. */
export function isPossible({
  year = 2000,
  month,
  day,
}: Omit<WrittenDate, 'start' | 'end' | 'sure'>): boolean {
  if (month === undefined) return true;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
}

/** A date whose parts are known in that order; what is undefined is left out. */
export function writtenDate(
  [year, month, day]: readonly [number | undefined, number | undefined, number | undefined],
  start: number,
  end: number,
  sure = true,
): WrittenDate {
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    start,
    end,
    sure,
  };
}
