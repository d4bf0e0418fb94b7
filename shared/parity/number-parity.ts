// Numbers and dates of a translation against those of its original. A false alarm costs more than a miss: a person who has
// been sent for nothing three times does not go a fourth time.
import { readableLanguage, type ReadableLanguage } from './language.ts';
import type { ReadNumber } from './numbers.ts';
import { keyOf, readSide, type Side } from './parity-side.ts';
import type { WrittenDate } from './written-date.ts';

/** A number or date as written, with its offsets in the text it stands in. */
export interface ParityItem {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'number' | 'date';
}

export interface NumberParity {
  /** Of the original, without a counterpart in the translation. */
  readonly missing: readonly ParityItem[];
  /** Of the translation, without a counterpart in the original. */
  readonly added: readonly ParityItem[];
}

/**
 * What stands on one side for certain and on the other in no form. How often does not count: “the 30 men … they” is a good
 * translation. Between English and Chinese numerals in words are read as well; of any other language only digits are, and
 * only what those prove is told. Empty lists never mean that a translation is right.
 */
export function numberParity(translation: string, original: string): NumberParity {
  const [to, from] = languages(translation, original);
  const [one, other] = [readSide(translation), readSide(original)];
  const bothRead = to !== 'other' && from !== 'other';
  return {
    missing: without(
      original,
      other,
      one,
      bothRead ? all : from === 'other' ? written : distinctive,
    ),
    added: without(
      translation,
      one,
      other,
      bothRead ? all : to === 'other' ? written : distinctive,
    ),
  };
}

/** A text too short to tell its language is English beside a Chinese one. */
function languages(translation: string, original: string): [ReadableLanguage, ReadableLanguage] {
  const to = readableLanguage(translation);
  const from = readableLanguage(original);
  const beside = (own: ReadableLanguage, opposite: ReadableLanguage): ReadableLanguage =>
    own !== 'latin' ? own : opposite === 'chinese' ? 'english' : 'other';
  return [beside(to, from), beside(from, to)];
}

/** Which items of a side may be missed on the other. */
interface Scope {
  readonly numbers: (number: ReadNumber) => boolean;
  readonly dates: boolean;
  readonly units: boolean;
}

const all: Scope = { numbers: () => true, dates: true, units: true };
/** From a language whose words cannot be read: its digits must come through. */
const written: Scope = {
  numbers: ({ form, value }) => form === 'digits' && !isForeignYear(value),
  dates: true,
  units: false,
};
/** A year of the Islamic, Persian or Thai calendar becomes another one in translation. */
function isForeignYear(value: number): boolean {
  return (value >= 1300 && value < 1500) || (value >= 2400 && value < 2600);
}

/** Into it: only what nobody writes in words and no calendar changes. */
const distinctive: Scope = {
  numbers: ({ form, unit, value, mantissa }) =>
    form === 'digits' &&
    unit !== 'year' &&
    mantissa === undefined &&
    /^[1-9]\d[1-9]$|^[1-9]\d\d+?[1-9]\d*$/.test(String(value)),
  dates: false,
  units: false,
};

function without(text: string, side: Side, opposite: Side, scope: Scope): ParityItem[] {
  const items: ParityItem[] = [];
  const told = new Set<string>();
  const tell = (
    kind: ParityItem['kind'],
    key: string,
    { start, end }: { start: number; end: number },
  ) => {
    if (told.has(key)) return;
    told.add(key);
    items.push({ text: text.slice(start, end), start, end, kind });
  };
  for (const number of side.numbers) {
    if (!number.sure || !scope.numbers(number) || hasNumber(opposite, number, side, scope.units))
      continue;
    tell('number', `${keyOf(number.value)}`, number);
  }
  if (!scope.dates || opposite.hasAmbiguousDate) return items;
  for (const date of side.dates) {
    if (!date.sure || hasDate(opposite, date)) continue;
    tell('date', `${date.year}-${date.month}-${date.day}`, date);
  }
  return items.sort((a, b) => a.start - b.start);
}

function hasNumber(side: Side, number: ReadNumber, own: Side, units: boolean): boolean {
  const { value, unit, alternatives, mantissa } = number;
  // “a man” is one man, “nobody” none.
  if (value <= 1 && unit === undefined) return true;
  if (unit === 'percent' && side.ratios.has(keyOf(value / 100))) return true;
  if (unit === 'fraction' && side.ratios.has(keyOf(value))) return true;
  if (units && unit === 'percent' && !side.hasPercent && own.hasPercent) return false;
  const readings = [value, ...alternatives, ...(units || mantissa === undefined ? [] : [mantissa])];
  return readings.some((reading) => side.values.has(keyOf(reading)));
}

function hasDate(side: Side, { year, month = 0, day }: WrittenDate): boolean {
  const { plain, loneDays } = side;
  const yearStands = (other: number | undefined) =>
    year === undefined ||
    other === year ||
    (other === undefined && (side.values.has(year) || side.hasRelativeYear));
  const dated = side.dates.some(
    (date) =>
      date.month === month &&
      yearStands(date.year) &&
      (day === undefined || date.day === day || plain.has(day)),
  );
  if (dated) return true;
  if (day !== undefined && loneDays.has(day)) return true;
  if (side.hasRelativeMonth && (day === undefined || side.values.has(day))) return true;
  // 6、7月, 7·5 and 六四, whose month is not written as one.
  const joined =
    day === undefined
      ? []
      : [month * 10 + day, month * 100 + day, month === 10 && day === 1 ? 11 : NaN];
  const apart = plain.has(month) && (day === undefined || plain.has(day));
  return yearStands(undefined) && (apart || joined.some((name) => plain.has(name)));
}
