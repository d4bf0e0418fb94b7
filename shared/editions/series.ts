// What a title says of the series and of the edition.
import type { PreciseDate } from '../evidence/source.ts';
import { compareDates, readDates } from '../parity/dates.ts';
import { readNumbers } from '../parity/numbers.ts';

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const joint = String.raw`\s?[-–—/]\s?`;
const part = [
  String.raw`(?:\d{1,2}(?:st|nd|rd|th)?\s)?${month}\.?(?:${joint}${month}\.?)?(?:\s\d{1,2},)?`,
  'q[1-4]|h[12]',
  String.raw`(?:first|second|third|fourth|1st|2nd|3rd|4th)\s(?:half|quarter)(?:\sof)?`,
  'spring|summer|autumn|fall|winter',
].join('|');
const year = String.raw`(?:19|20)\d\d(?:${joint}(?:(?:19|20)\d\d|\d\d)(?!\d))?`;
const dated = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${part}),?\s)?(?<!\d)${year}(?![\d])(?:\s?年度?版?)?`,
  'giu',
);
const ordinal =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|' +
  String.raw`twentieth|\d{1,3}(?:st|nd|rd|th)`;
const numbered = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${ordinal})(?=\s(?:[\p{L}-]{1,20}\s){0,3}(?:reports?|edition|review|session|update|survey|monitor|yearbook|issue|round|cycle)(?!\p{L}))|` +
    String.raw`(?<![\p{L}\p{N}])(?:no|nr|issue|vol|volume|edition|number)\b\.?\s?\d{1,4}(?!\d)|` +
    '第\\s?[〇零一二三四五六七八九十百\\d]{1,5}\\s?[次屆届期卷版號号回輯辑]|' +
    '(?:中[華华])?民[國国]\\s?[〇零一二三四五六七八九十百\\d]{1,5}\\s?年度?|[一二][〇零一二三四五六七八九]{3}\\s?年度?',
  'giu',
);
const longest = 500;

/** `series` is the title without the marks of its edition; `edition` is the latest year with its month, else a number; or empty. */
export interface SeriesTitle {
  readonly series: string;
  readonly edition: string;
}

/** “2025 River Report: Haiyun” → “River Report: Haiyun”, “2025”; “5th periodic report” → “periodic report”, “5th”. */
export function seriesOf(title: string): SeriesTitle {
  const marks: string[] = [];
  const take = (mark: string) => {
    marks.push(mark.trim());
    return ' ';
  };
  const rest = title.slice(0, longest).replace(dated, take);
  const years = [...marks];
  const series = tidy(rest.replace(numbered, take));
  const latest = years.reduce<string | undefined>(
    (last, mark) => (last !== undefined && compareEditions(last, mark) !== 'earlier' ? last : mark),
    undefined,
  );
  // A title that is nothing but its date is no series.
  if (series === '') return { series: title.trim(), edition: '' };
  return { series, edition: latest ?? marks[0] ?? '' };
}

/**
 * Which of two editions of one series is the earlier: by date, else by number. `unknown` where they differ and nothing
 * tells how, or one names none.
 */
export function compareEditions(a: string, b: string): ReturnType<typeof compareDates> {
  if (a === '' || b === '') return 'unknown';
  if (a.toLowerCase() === b.toLowerCase()) return 'same';
  const [one, other] = [latestDate(a), latestDate(b)];
  const order = compareDates(one, other);
  if (order === 'earlier' || order === 'later') return order;
  // 2024年 is 2024; the first half of 2024 is not the second.
  const [first, second] = [withoutDate(a), withoutDate(b)];
  if (order === 'same' && first === second)
    return one.precision === other.precision ? 'same' : 'unknown';
  const [low, high] = [numberIn(first), numberIn(second)];
  if (low === undefined || high === undefined) return 'unknown';
  return low === high ? 'same' : low < high ? 'earlier' : 'later';
}

function latestDate(edition: string): PreciseDate {
  const dates = readDates(edition).filter(({ possible }) => possible);
  return dates.reduce<PreciseDate>(
    (latest, date) => (compareDates(latest, date) === 'later' ? latest : date),
    { value: '', precision: 'none' },
  );
}

function withoutDate(edition: string): string {
  const dates = readDates(edition);
  const rest = dates.reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    edition,
  );
  return rest
    .replace(/年?度?版?/g, '')
    .trim()
    .toLowerCase();
}

/** 5 of “5th” and “fifth”. */
function numberIn(edition: string): number | undefined {
  return readNumbers(edition, { ordinals: true })[0]?.value;
}

function tidy(series: string): string {
  return series
    .replace(/[(（[]\s*[)）\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,:;.)])/g, '$1')
    .replace(/([,:;–—-])\s?(?=[,:;–—])/g, '')
    .replace(/^[\s,:;|/–—-]+|[\s,:;|/–—-]+$/g, '');
}
