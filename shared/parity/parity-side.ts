// What one side of a translation pair says in numbers and dates, ready to be asked by the other.
import { insertions } from './brackets.ts';
import { scanDates } from './dates.ts';
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
  /** Every value that stands there in some form, by `keyOf`. */
  readonly values: ReadonlySet<number>;
  /** Those of numbers alone, without the parts of dates. */
  readonly plain: ReadonlySet<number>;
  /** Of percentages and fractions: 0.3 for 30 %. */
  readonly ratios: ReadonlySet<number>;
}

/** Expressions that hold a number without being one. */
const hidden: readonly (readonly [RegExp, readonly number[]])[] = [
  [/半年/u, [6, 0.5]],
  [/年半/u, [1.5, 18, 6, 0.5]],
  [/[個个]半月/u, [1.5, 6]],
  [/半/u, [0.5, 30, 50]],
  [/[雙双倆俩]|夫婦|夫妇|夫妻/u, [2]],
  [/季度|每季/u, [3, 4]],
  [/旬/u, [10]],
  [/刻[鐘钟]?/u, [15]],
  [/half[\s-]?(?:a\s)?year/iu, [6]],
  [/year and a half/iu, [18, 1.5]],
  [/fortnight/iu, [2, 14]],
  [/half past|half an hour|half-hour/iu, [30]],
  [/quarter/iu, [15, 3, 4, 25]],
  [/decade/iu, [10]],
  [/twenties|(?<=\d)0s/iu, [20]],
  [/thirties/iu, [30]],
  [/forties/iu, [40]],
  [/fifties/iu, [50]],
  [/sixties/iu, [60]],
  [/seventies/iu, [70]],
  [/eighties/iu, [80]],
  [/nineties/iu, [90]],
];
const yearOfTheRepublic = /民[國国]\s?(\d{1,3})\s?年/gu;
const relativeYear =
  /\b(?:that|the same|last|this|next|the (?:previous|following|preceding))\s+year\b|\byear (?:before|after|earlier|later)\b|[同當当去今明翌前次上]年/iu;

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
  for (const [form, values] of hidden)
    if (form.test(legible)) for (const value of values) plain.add(value);
  for (const [, year] of legible.matchAll(yearOfTheRepublic)) plain.add(Number(year));
  const values = new Set(plain);
  for (const { year, month, day } of dates) {
    for (const component of [year, month, day]) if (component !== undefined) values.add(component);
  }
  const ratios = new Set<number>();
  for (const { value, unit } of numbers) {
    if (unit === 'percent') ratios.add(keyOf(value / 100));
    if (unit === 'fraction') ratios.add(keyOf(value));
  }
  return {
    numbers,
    dates,
    hasAmbiguousDate: scanned.ambiguous.length > 0,
    hasPercent:
      numbers.some(({ unit }) => unit === 'percent') || /[%％]|per\s?cent|百分/iu.test(legible),
    hasRelativeYear: relativeYear.test(legible),
    values,
    plain,
    ratios,
  };
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
