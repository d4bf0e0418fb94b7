// Dates written in digits: 2007-06-12, 2007.6.12, 13.06.2007. 12/06/2007 is two days in two countries and is read as none.
import { isYear, writtenDate, type WrittenDate } from './written-date.ts';

const yearFirst = /(?<![\d./-])(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d|[./-]\d)/g;
const yearLast = /(?<![\d./-])(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?!\d|[./-]\d)/g;
const yearMonth = /(?<![\d./-])(\d{4})-(\d{2})(?!\d|[./-]\d)/g;

/** What an ambiguous date covers, so that its digits are taken for nothing else. */
export interface NumericDates {
  readonly dates: WrittenDate[];
  readonly ambiguous: { readonly start: number; readonly end: number }[];
}

export function numericDates(text: string): NumericDates {
  const dates: WrittenDate[] = [];
  const ambiguous: NumericDates['ambiguous'] = [];
  for (const match of text.matchAll(yearFirst)) {
    const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
    if (isYear(year))
      dates.push(writtenDate([year, month, day], match.index, match.index + match[0].length));
  }
  for (const match of text.matchAll(yearLast)) {
    const [one, two, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
    const [start, end] = [match.index, match.index + match[0].length];
    if (!isYear(year) || one > 31 || two > 31) continue;
    if (one <= 12 && two <= 12 && one !== two) ambiguous.push({ start, end });
    else
      dates.push(
        writtenDate(two > 12 && one <= 12 ? [year, one, two] : [year, two, one], start, end),
      );
  }
  for (const match of text.matchAll(yearMonth)) {
    const [year, month] = [Number(match[1]), Number(match[2])];
    const [start, end] = [match.index, match.index + match[0].length];
    if (!isYear(year)) continue;
    // 2007-08 in a sentence is a school year as often as a month.
    const span = month === (year + 1) % 100 && text.trim().length > match[0].length;
    if (span) dates.push(writtenDate([year, undefined, undefined], start, end));
    else if (month <= 12) dates.push(writtenDate([year, month, undefined], start, end));
  }
  return { dates, ambiguous };
}

const loneYear =
  /(?<![\d.,/:$€£¥#]|(?<!\b(?:mid|early|late|pre|post))-|\d[-–—])(\d{4})(?!\d|[.,:]\d|\/(?!\d{4}|\d{2}(?!\d))\d|\s?%|-\d{1,3}(?!\d))/g;
const afterYear = /(?<=(?<![\d.,/:-])\d{4}[-–—/])(\d{4})(?!\d|[.,/:-]\d|\s?%)/g;
const namesReference =
  /(?:\b(?:no|nos|art|articles?|sections?|pp?|pages?|paras?|paragraphs?|rooms?|resolution|case|order)\b\.?|[§第共])\s{0,2}$/i;
const namesCurrency = /(?:\b(?:usd|cny|rmb|eur|gbp|hkd|twd)|[$€£¥])\s?$/i;
const counted =
  /^(?:\s{1,2}|-)(?:(?:or )?(?:more|fewer|other|additional|new|local|young)\s)?(?:people|persons?|men|women|children|girls|boys|workers|victims|cases|members|police|officers|soldiers|prisoners|detainees|migrants|refugees|students|families|households|homes|houses|villages|yuan|dollars?|euros?|pounds|yen|rmb|km|kilomet\w+|miles?|met(?:er|re)s?|tons?|tonnes|kg|hours?|days?|weeks?|months?|years?|times|copies|pages|words|percent|per cent)\b/i;
const countedInHan =
  /^\s{0,2}(?:多|余|餘)?\s?[人名個个位元塊块歲岁次家間间所件起座萬万億亿倍米公噸吨天戶户頭头隻只條条份項项種种里字頁页]/;

/** Years standing alone: four digits that nothing shows to be a quantity or a reference. */
export function loneYears(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const form of [loneYear, afterYear]) {
    for (const match of text.matchAll(form)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const before = text.slice(Math.max(0, start - 16), start);
      const after = text.slice(end, end + 40);
      if (
        !isYear(Number(match[1])) ||
        /(?!\p{sc=Han})[\p{L}_]$/u.test(before) ||
        /^[A-Za-z_]/.test(after)
      )
        continue;
      if (namesReference.test(before) || namesCurrency.test(before)) continue;
      if (counted.test(after) || countedInHan.test(after)) continue;
      found.push(writtenDate([Number(match[1]), undefined, undefined], start, end));
    }
  }
  return found;
}
