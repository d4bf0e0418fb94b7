// What one side of a translation pair says in numbers and dates, ready to be asked by the other.
import { insertions } from './brackets.ts';
import { scanDates } from './dates.ts';
import { hiddenNumbers } from './hidden-numbers.ts';
import { makeLegible } from './legible.ts';
import { scanNumbers, type ReadNumber } from './numbers.ts';
import type { WrittenDate } from './written-date.ts';

export interface Side {
  readonly numbers: readonly ReadNumber[];
  /** With a month at least; a year alone is among the numbers. */
  readonly dates: readonly WrittenDate[];
  /** A day such as 12/06/2007 stands there: no date can be missed for certain. */
  readonly hasAmbiguousDate: boolean;
  readonly hasPercent: boolean;
  /** “that year”, 同年. */
  readonly hasRelativeYear: boolean;
  /** “that month”, 本月. */
  readonly hasRelativeMonth: boolean;
  /** “the 12th”, 12日: a day whose month nobody names. */
  readonly loneDays: ReadonlySet<number>;
  /** Every value that stands there in some form, by `keyOf`. */
  readonly values: ReadonlySet<number>;
  /** Those of numbers alone, without the parts of dates. */
  readonly plain: ReadonlySet<number>;
  /** Of percentages and fractions: 0.3 for 30 %. */
  readonly ratios: ReadonlySet<number>;
}

const relativeYear =
  /\b(?:that|the same|last|this|next|the (?:previous|following|preceding))\s+year\b|\byear (?:before|after|earlier|later)\b|[同當当去今明翌前次上]年/iu;

const relativeMonth =
  /\b(?:that|the same|last|this|next|the (?:previous|following|preceding))\s+month\b|[同當当本上下次該该][個个]?月/iu;

/** Floating-point noise is no difference. */
export function keyOf(value: number): number {
  return Number(value.toPrecision(10));
}

export function readSide(text: string): Side {
  const legible = makeLegible(text);
  const scanned = scanDates(legible);
  const put = insertions(legible);
  const numbers = withoutCertainty(scanNumbers(legible, scanned), put);
  const dates = withoutCertainty(
    scanned.dates.filter(({ month }) => month !== undefined),
    put,
  );
  const plain = new Set<number>();
  for (const { value, alternatives, mantissa } of numbers) {
    for (const each of [value, ...alternatives, ...(mantissa === undefined ? [] : [mantissa])])
      plain.add(keyOf(each));
  }
  for (const value of hiddenNumbers(legible)) plain.add(keyOf(value));
  const values = new Set(plain);
  for (const { year, month, day } of dates) {
    for (const component of [year, month, day]) if (component !== undefined) values.add(component);
  }
  const ratios = new Set<number>();
  for (const { value, alternatives, unit } of numbers) {
    if (unit === 'percent')
      for (const each of [value, ...alternatives]) ratios.add(keyOf(each / 100));
    if (unit === 'fraction') ratios.add(keyOf(value));
  }
  return {
    numbers,
    dates,
    hasAmbiguousDate: scanned.ambiguous.length > 0,
    hasPercent:
      numbers.some(({ unit }) => unit === 'percent') || /[%％]|per\s?cent|百分/iu.test(legible),
    hasRelativeYear: relativeYear.test(legible),
    hasRelativeMonth: relativeMonth.test(legible),
    loneDays: new Set(numbers.filter((number) => isDay(number, legible)).map(({ value }) => value)),
    values,
    plain,
    ratios,
  };
}

function isDay({ value, end, ordinal }: ReadNumber, text: string): boolean {
  return value <= 31 && (ordinal === true || /^\s?[日號号]/.test(text.slice(end, end + 2)));
}

/** What a translator put in brackets explains the original and need not stand in it. */
function withoutCertainty<
  T extends { readonly start: number; readonly end: number; readonly sure: boolean },
>(items: readonly T[], brackets: readonly { readonly start: number; readonly end: number }[]): T[] {
  let next = 0;
  return items.map((item) => {
    while ((brackets[next]?.end ?? Infinity) <= item.start) next++;
    return (brackets[next]?.start ?? Infinity) <= item.start ? { ...item, sure: false } : item;
  });
}
