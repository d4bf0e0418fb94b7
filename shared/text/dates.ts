import type { PreciseDate } from '../evidence/source.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

const forms: readonly (readonly [RegExp, (m: readonly string[]) => readonly number[]])[] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})/, ([, y, m, d]) => [Number(y), Number(m), Number(d)]],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s+${month},?\\s+(\\d{4})`, 'i'),
    ([, d, m, y]) => [Number(y), monthNumber(m), Number(d)],
  ],
  [
    new RegExp(`^${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'i'),
    ([, m, d, y]) => [Number(y), monthNumber(m), Number(d)],
  ],
  [new RegExp(`^${month},?\\s+(\\d{4})`, 'i'), ([, m, y]) => [Number(y), monthNumber(m)]],
  [/^(\d{4})(?!\d)/, ([, y]) => [Number(y)]],
];

/** The date a text begins with, a weekday before it allowed; undefined when it begins with none that exists. */
export function readDate(text: string): PreciseDate | undefined {
  const bare = text
    .trim()
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i, '');
  for (const [form, read] of forms) {
    const match = form.exec(bare);
    if (match) return toDate(read(match));
  }
  return undefined;
}

function toDate([year = 0, monthOfYear, day]: readonly number[]): PreciseDate | undefined {
  if (year < 1500 || year > 2200) return undefined;
  const yyyy = String(year);
  if (monthOfYear === undefined) return { value: yyyy, precision: 'year' };
  if (monthOfYear < 1 || monthOfYear > 12) return undefined;
  const mm = String(monthOfYear).padStart(2, '0');
  if (day === undefined) return { value: `${yyyy}-${mm}`, precision: 'month' };
  const last = new Date(Date.UTC(year, monthOfYear, 0)).getUTCDate();
  if (day < 1 || day > last) return undefined;
  return { value: `${yyyy}-${mm}-${String(day).padStart(2, '0')}`, precision: 'day' };
}

function monthNumber(name = ''): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
