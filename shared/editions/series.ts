// What a title says of the series and of the edition.

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
  const latest = years.toSorted((a, b) => yearIn(b) - yearIn(a))[0];
  // A title that is nothing but its date is no series.
  if (series === '') return { series: title.trim(), edition: '' };
  return { series, edition: latest ?? marks[0] ?? '' };
}

/** The latest year an edition names; 0 for none. */
export function yearIn(edition: string): number {
  return Math.max(
    0,
    ...Array.from(edition.matchAll(/(?:19|20)\d\d/g), ([written]) => Number(written)),
  );
}

function tidy(series: string): string {
  return series
    .replace(/[(（[]\s*[)）\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,:;.)])/g, '$1')
    .replace(/([,:;–—-])\s?(?=[,:;–—])/g, '')
    .replace(/^[\s,:;|/–—-]+|[\s,:;|/–—-]+$/g, '');
}
