// 2007年6月12日, 二〇〇七年六月, 民國96年, 六月十二日至十四日. Also the Japanese eras, which are written the same way.
import { chineseNumeral, numeralCharacters } from './chinese-numeral.ts';
import { isYear, writtenDate, type WrittenDate } from './written-date.ts';

/** What to add to a year of the calendar. 96年 alone is no date: it may be ninety-six years. */
const calendars: Readonly<Record<string, number>> = { 民: 1911, 令: 2018, 平: 1988, 昭: 1925 };

const numeral = `[${numeralCharacters}\\d元正]`;
const part = new RegExp(
  `(?<![${numeralCharacters}\\d.,第])(?:((?:中[華华])?民[國国]|令和|平成|昭和)\\s{0,2})?` +
    `(${numeral}{1,6})\\s{0,2}(年|月份?|[日號号])`,
  'gu',
);
const joint = '\\s{0,2}(?:至|到|迄|[-–—~～、及和與与])\\s{0,2}';
const connects = new RegExp(`^${joint}$`);
/** The first day of 6月12至14日. */
const openDay = new RegExp(
  `\\s{0,2}(${numeral}{1,3})(?=${joint}${numeral}{1,3}\\s{0,2}[日號号])`,
  'y',
);

interface Part {
  readonly kind: 'year' | 'month' | 'day';
  /** NaN: a year that is not known, such as 96年 before a month. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

interface Group {
  year?: Part;
  month?: Part;
  day?: Part;
}

/** `text` is legible (`makeLegible`). In order. */
export function chineseDates(text: string): WrittenDate[] {
  const dates: WrittenDate[] = [];
  for (const group of groups(text, parts(text))) {
    const first = group.year ?? group.month ?? group.day;
    const end = (group.day ?? group.month ?? group.year)?.end;
    if (first === undefined || end === undefined) continue;
    const last = dates.at(-1);
    const between = last ? text.slice(last.end, Math.min(first.start, last.end + 8)) : '';
    const from = last && first.start >= last.end && connects.test(between) ? last : undefined;
    const { year, month, day } = group;
    const knownYear = year ? nameable(year.value) : from?.year;
    const knownMonth = month?.value ?? (day ? from?.month : undefined);
    // A lone 14日 is fourteen days, a lone 96年 ninety-six years.
    if (knownMonth === undefined && (day !== undefined || knownYear === undefined)) continue;
    dates.push(writtenDate([knownYear, knownMonth, day?.value], first.start, end));
  }
  return dates;
}

function nameable(year: number): number | undefined {
  return Number.isNaN(year) ? undefined : year;
}

function parts(text: string): Part[] {
  const found: Part[] = [];
  for (const match of text.matchAll(part)) {
    const [whole, calendar, written = '', sign = ''] = match;
    const kind = sign === '年' ? 'year' : sign.startsWith('月') ? 'month' : 'day';
    const value = valueOf(kind, written, calendar);
    if (value === undefined) continue;
    const end = match.index + whole.length;
    found.push({ kind, value, start: match.index, end });
    if (kind !== 'month') continue;
    openDay.lastIndex = end;
    const open = openDay.exec(text);
    const first = chineseNumeral(open?.[1] ?? '')?.value;
    if (open && first !== undefined) {
      found.push({ kind: 'day', value: first, start: end, end: openDay.lastIndex });
    }
  }
  return found;
}

function valueOf(
  kind: Part['kind'],
  written: string,
  calendar: string | undefined,
): number | undefined {
  const first =
    (kind === 'year' && written === '元') || (kind === 'month' && /^[元正]$/.test(written));
  const value = first ? 1 : chineseNumeral(written)?.value;
  if (value === undefined || !Number.isInteger(value)) return undefined;
  if (kind !== 'year') return calendar === undefined && value <= 99 ? value : undefined;
  const offset = calendar?.replace(/^中[華华]/, '').charAt(0);
  const year = value + (offset === undefined ? 0 : (calendars[offset] ?? 0));
  return isYear(year) ? year : calendar === undefined && value < 200 ? NaN : undefined;
}

/** Neighbours that belong together: 年, 月, 日 in this order and nothing but a blank between them. */
function groups(text: string, all: readonly Part[]): Group[] {
  const found: Group[] = [];
  let open: Group = {};
  let end = -8;
  for (const next of all) {
    const adjacent = next.start - end <= 2 && /^\s*$/.test(text.slice(end, next.start));
    const fits =
      (next.kind === 'month' && open.month === undefined && open.day === undefined) ||
      (next.kind === 'day' && open.month !== undefined && open.day === undefined);
    if (!adjacent || !fits) found.push((open = {}));
    open[next.kind] = next;
    end = next.end;
  }
  return found;
}
