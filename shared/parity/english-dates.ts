// Dates with an English month name. Each name is found once and what stands beside it is read from a bounded stretch.
import { isYear, writtenDate, type WrittenDate } from './written-date.ts';

const names =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const monthName =
  /(?<![\p{L}\d])(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\p{L})/giu;

const joint = String.raw`\s{0,2}(?:-|–|—|to|and|or|until|&|,)\s{0,2}`;
/** Not a comma: “on June 12, 14 people left”. */
const jointAfter = joint.replace('|,', '');
const day = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const dayBefore = new RegExp(
  String.raw`(?<![\d.,:/])(?:${day}${joint}(?:the\s)?)?(?<!\d)${day}(?:\s{1,3}(?:day\s)?of)?(?:\s{1,3}|-)$`,
  'i',
);
const dayAfter = new RegExp(
  String.raw`^\.?(?:\s{1,3}|-)(?:the\s)?${day}(?!\d|[.,:]\d)(?:${jointAfter}${day}(?!\d|[.,:]\d|\s{0,2}(?:%|per)))?`,
  'i',
);
const yearAfter = /^\.?(?:,?\s{1,3}|-)(?:of\s)?(\d{4})(?!\d|[.,]\d)/i;
const yearAfterDay = /^(?:,?\s{1,3}|-)(?:of\s)?(\d{4})(?!\d|[.,]\d)/i;
const leadsToMonth =
  /(?:^|[\s(])(?:in|since|by|until|till|of|from|during|early|late|mid|last|next|this|that|between|through|each|every|before|after|around|and|to|or|as of)[\s-]{1,2}$/i;
const connects = new RegExp(`^(?:${joint}|\\s{1,2}(?:through|till)\\s{1,2})$`, 'i');
const reach = 32;

interface Found extends WrittenDate {
  readonly month: number;
}

/** `text` is legible (`makeLegible`). In order; a day range such as “12–14 June 2007” gives both days. */
export function englishDates(text: string): WrittenDate[] {
  const found: Found[] = [];
  for (const match of text.matchAll(monthName)) {
    const last = found.at(-1);
    const floor = last?.end ?? 0;
    if (match.index >= floor) found.push(...around(text, match[0], match.index, floor));
  }
  // “between 3 June and 5 July 2007”: the year stands once, at the end.
  for (let i = found.length - 2; i >= 0; i--) {
    const [one, next] = [found[i], found[i + 1]];
    if (one === undefined || next?.year === undefined || one.year !== undefined) continue;
    if (
      next.month < one.month ||
      !connects.test(text.slice(one.end, Math.min(next.start, one.end + reach)))
    )
      continue;
    found[i] = { ...one, year: next.year, sure: true };
  }
  return found;
}

function around(text: string, name: string, at: number, floor: number): Found[] {
  const month = monthOf(name);
  const end = at + name.length;
  const before = text.slice(Math.max(floor, at - reach), at);
  const after = text.slice(end, end + reach);
  const left = dayBefore.exec(before);
  if (left) {
    const year = yearIn(yearAfter, after);
    const start = at - left[0].length;
    const sure = year !== undefined || isCapital(name);
    const stop = end + (year?.length ?? 0);
    return days(left[1], left[2], month, year?.value, start, stop, sure);
  }
  const right = dayAfter.exec(after);
  if (right) {
    const year = yearIn(yearAfterDay, after.slice(right[0].length));
    const stop = end + right[0].length + (year?.length ?? 0);
    // “in June 20 people left” has no day: without a year only what ends there counts as one for certain.
    const closed = /^(?:\s{0,2}(?:[.,;:)\]–—]|$)|\s+(?:and|to|at|in|when|the|that)\b)/i.test(
      text.slice(stop, stop + reach),
    );
    const sure = year !== undefined || (closed && isCapital(name));
    if (right[2] !== undefined) return days(right[1], right[2], month, year?.value, at, stop, sure);
    return [read(year?.value, month, Number(right[1]), at, stop, sure)];
  }
  const year = yearIn(yearAfter, after);
  if (year) return [read(year.value, month, undefined, at, end + year.length, true)];
  const sure = isCapital(name) && name.length > 2 && leadsToMonth.test(before);
  return [read(undefined, month, undefined, at, end, sure)];
}

function days(
  first: string | undefined,
  second: string | undefined,
  month: number,
  year: number | undefined,
  start: number,
  end: number,
  sure: boolean,
): Found[] {
  const last = read(year, month, Number(second), start, end, sure);
  return first === undefined ? [last] : [read(year, month, Number(first), start, end, sure), last];
}

function read(
  year: number | undefined,
  month: number,
  dayOfMonth: number | undefined,
  start: number,
  end: number,
  sure: boolean,
): Found {
  return { ...writtenDate([year, month, dayOfMonth], start, end, sure), month };
}

function yearIn(form: RegExp, text: string): { value: number; length: number } | undefined {
  const match = form.exec(text);
  const value = Number(match?.[1]);
  return match && isYear(value) ? { value, length: match[0].length } : undefined;
}

function monthOf(name: string): number {
  return names.findIndex((full) => full.startsWith(name.slice(0, 3).toLowerCase())) + 1;
}

function isCapital(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}
