// Quantities in a text, in digits, English words and Chinese numerals, told apart from dates and from marks.
import { chineseNumber, type NumberInPlace } from './chinese-number.ts';
import { numeralCharacters } from './chinese-numeral.ts';
import { scanDates } from './dates.ts';
import { digitNumber } from './digit-number.ts';
import { isDoubtful } from './doubt.ts';
import { englishNumeral } from './english-numeral.ts';
import { englishStart } from './english-words.ts';
import { makeLegible } from './legible.ts';
import type { WrittenDate } from './written-date.ts';

export type NumberUnit = 'percent' | 'currency' | 'fraction' | 'year' | 'decade';

/** A number standing in a text. Offsets are UTF-16 code units of that text. */
export interface ReadNumber {
  /** 30 for “thirty percent”, 120000 for 12萬, 0.75 for “three quarters”, 2007 for 2007年. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly unit?: NumberUnit;
  /** “third”, 3rd, 第三. Only where asked for. */
  readonly ordinal?: true;
  /** Written in digits (“1.5 million” is), or in words or Chinese numerals. */
  readonly form: 'digits' | 'words';
  /** False: it may be no quantity at all (an article, an idiom, a list marker, a note's digit). */
  readonly sure: boolean;
  /** What the same writing may mean: 10.000 is 10 or 10,000. */
  readonly alternatives: readonly number[];
  /** 1.5 of “1.5 million”. */
  readonly mantissa?: number;
}

/** Numbers in order. A date with day or month is none; a year alone is one, of unit `year`. */
export function readNumbers(
  text: string,
  { ordinals = false }: { readonly ordinals?: boolean } = {},
): ReadNumber[] {
  const legible = makeLegible(text);
  return scanNumbers(legible, scanDates(legible)).filter(({ ordinal }) => ordinals || !ordinal);
}

const begins = new RegExp(`\\d|[${numeralCharacters}]|${englishStart}`, 'giu');
const percent = /^\s{0,2}(?:%|‰|per\s?cent\b|percentage points?\b|pct\b|[個个]?百分[點点])/i;
const currencyBefore = /(?:[$€£¥₩₹]|\b(?:USD|CNY|RMB|EUR|GBP|HKD|TWD|JPY))\s?$/;
const currencyAfter =
  /^\s?(?:yuan|dollars?|euros?|pounds?|yen|rmb|renminbi|usd|[美港歐欧日]?元|人民[幣币]|€)/i;
const rangeJoint = /^\s?(?:%?\s?(?:-|–|—|~|～|to|and|or|至|到|、|,)\s?)$/i;

type Covered = Pick<WrittenDate, 'start' | 'end' | 'year' | 'month'>;

/** Every number, ordinals included. `text` is legible; `dates` are its dates. */
export function scanNumbers(
  text: string,
  { dates, ambiguous }: ReturnType<typeof scanDates>,
): ReadNumber[] {
  const covered: Covered[] = [...dates, ...ambiguous].sort((a, b) => a.start - b.start);
  const found: ReadNumber[] = [];
  let next = 0;
  begins.lastIndex = 0;
  for (let match = begins.exec(text); match; match = begins.exec(text)) {
    const start = match.index;
    while ((covered[next]?.end ?? Infinity) <= start) next++;
    const cover = covered[next];
    if (cover && cover.start <= start) {
      begins.lastIndex = cover.end;
      if (cover.year !== undefined && cover.month === undefined)
        found.push(yearNumber(cover.year, cover.start, cover.end));
      continue;
    }
    const read = readAt(text, start);
    begins.lastIndex = Math.max(start + 1, read?.end ?? 0);
    if (read && Number.isFinite(read.value)) addTo(found, text, read, start);
  }
  return found;
}

function yearNumber(value: number, start: number, end: number): ReadNumber {
  return { value, start, end, unit: 'year', form: 'digits', sure: true, alternatives: [] };
}

function readAt(
  text: string,
  at: number,
): (NumberInPlace & { form: ReadNumber['form'] }) | undefined {
  const character = text.charAt(at);
  const form = /\d/.test(character) ? 'digits' : 'words';
  const chinese = chineseNumber(text, at);
  if (chinese) return { ...chinese, form };
  if (form === 'digits') return { ...digitNumber(text, at), form };
  const words = englishNumeral(text, at);
  if (!words) return undefined;
  const { fraction, ...rest } = words;
  return { ...rest, form, ...(fraction && { unit: 'fraction' as const }) };
}

function addTo(
  found: ReadNumber[],
  text: string,
  read: NumberInPlace & { form: ReadNumber['form'] },
  start: number,
): void {
  const before = text.slice(Math.max(0, start - 5), start);
  const after = text.slice(read.end, read.end + 20);
  let { end } = read;
  const ordinalEnd = read.form === 'digits' ? /^(?:st|nd|rd|th)(?!\p{L})/u.exec(after) : null;
  const decade =
    read.form === 'digits' && read.value % 10 === 0 ? /^s(?!\p{L})/u.exec(after) : null;
  const share = percent.exec(after);
  end += (ordinalEnd ?? decade ?? share)?.[0].length ?? 0;
  const unit = decade ? 'decade' : share ? 'percent' : (read.unit ?? currencyOf(before, after));
  const alternatives = decade ? [...read.alternatives, read.value % 100] : read.alternatives;
  const doubtful =
    ordinalEnd !== null || (read.form === 'digits' && isDoubtful(text, start, read.end));
  const last = found.at(-1);
  if (last && rangeJoint.test(text.slice(last.end, Math.min(start, last.end + 8)))) {
    found[found.length - 1] = inRange(last, read, unit);
  }
  found.push({
    value: read.value,
    start,
    end,
    ...(unit && { unit }),
    ...((read.ordinal ?? ordinalEnd) && { ordinal: true as const }),
    form: read.form,
    sure: read.sure && !doubtful,
    alternatives,
    ...(read.mantissa !== undefined && { mantissa: read.mantissa }),
  });
}

/** “20 to 30 percent”, “2 to 3 million”, 2至3萬: the first has it, too. */
function inRange(
  first: ReadNumber,
  { value, mantissa }: NumberInPlace,
  unit: ReadNumber['unit'],
): ReadNumber {
  const factor = mantissa === undefined || mantissa === 0 ? 1 : value / mantissa;
  const scaled = factor > 1 && first.mantissa === undefined && first.value < factor;
  return {
    ...first,
    ...(unit === 'percent' && first.unit === undefined && { unit }),
    ...(scaled && { alternatives: [...first.alternatives, first.value * factor] }),
  };
}

function currencyOf(before: string, after: string): 'currency' | undefined {
  return currencyBefore.test(before) || currencyAfter.test(after) ? 'currency' : undefined;
}
