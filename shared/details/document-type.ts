// What kind of document it is, and of which series, by the words of its title and of the path above it.
import type { Found } from './found.ts';

/** The first that fits decides. */
const types: readonly (readonly [string, RegExp])[] = [
  ['judgment', /\b(?:judge?ment|ruling|v\.? \p{Lu})(?!\p{L})|判決|判决|حكم محكمة/u],
  [
    'law',
    /^(?:the )?(?:\p{Lu}\p{L}+ ){1,6}(?:Act|Code|Decree|Ordinance|Regulations?)(?: (?:of )?\d{4}| \(.*\d{4}\)|,? No\.? ?\d+.*)?$|法$|條例$|条例$|^قانون /u,
  ],
  [
    'press release',
    /\b(?:press (?:release|statement)|news release|media release)\b|新聞稿|新闻稿|بيان صحفي/i,
  ],
  [
    'annual report',
    /\b(?:annual|yearly) (?:report|monitor|review|survey)\b|\byearbook\b|年度報告|年度报告|年報$|年报$|التقرير السنوي/i,
  ],
  ['fact sheet', /\bfact ?sheet\b/i],
  ['briefing', /\b(?:briefing|brief|policy paper)\b|簡報|简报/i],
  [
    'opinion article',
    /\b(?:opinion|op-ed|editorial|commentary|letters? (?:to|from))\b|社論|评论$|評論$|مقال رأي/i,
  ],
  ['interview', /\binterview\b|專訪|专访|مقابلة/i],
  ['letter', /\b(?:open letter|letter)\b|公開信|公开信/i],
  ['guidance', /\b(?:guidelines?|guidance|handbook|manual)\b|指南|دليل/i],
  ['study', /\b(?:study|thesis|dissertation|working paper)\b|研究報告|دراسة/i],
  ['statistics', /\b(?:statistics|figures|table of|census)\b|統計|统计|إحصاءات/i],
  ['notes', /^(?:field )?notes (?:from|on|of)\b/i],
  ['report', /\b(?:report|monitor|survey|review|profile|assessment|overview)\b|報告|报告|تقرير/i],
];

const seriesNoun =
  '(?:report|reports|monitor|review|survey|yearbook|bulletin|profile|overview|digest|index|watch|handbook|barometer|update)';
const year = String.raw`(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d))?`;
const yearAfter = new RegExp(
  String.raw`^(?:.{0,60}[:–—] )?(\p{Lu}[^:–—]{2,80}?\b${seriesNoun})[, ]\s*\(?(${year})\)?(?=\s*(?:$|[:–—,(-]))`,
  'iu',
);
const yearBefore = new RegExp(
  String.raw`(?:^|\s)(${year})\s+(\p{Lu}[^:–—]{2,80}?\b${seriesNoun})(?=\s*(?:$|[:–—,(]|- |on\b|for\b))`,
  'iu',
);
const issue =
  /\b(?:issue|no\.?|number)\s?(\d{1,4})\b|第\s?([〇零一二三四五六七八九十百\d]{1,5})\s?期/i;

/** `said`: title, imprint, surest first; `path`: where it lies on its site. */
export function documentTypeOf(said: readonly string[], path: string): Found<string> | undefined {
  const typeIn = (text: string) => types.find(([, pattern]) => pattern.test(text))?.[0];
  const own = said.map(typeIn).find((type) => type !== undefined);
  if (own !== undefined) return { value: own, confidence: 'likely' };
  const above = typeIn(path);
  return above === undefined ? undefined : { value: above, confidence: 'guess' };
}

/** “River Monitor 2031: Haiyun” → the series “River Monitor”, edition “2031”; a publisher's name before it is none of it. */
export function seriesInTitle(
  title: string,
  publisher: string,
): { readonly series: Found<string>; readonly edition: Found<string> } | undefined {
  const named = publisher !== '' && title.toLowerCase().startsWith(`${publisher.toLowerCase()} `);
  const own = named ? title.slice(publisher.length).replace(/^[\s:,–—-]+/, '') : title;
  const [, before, after] = yearAfter.exec(own) ?? [];
  const [, first, then] = yearBefore.exec(own) ?? [];
  const [series, edition] = before !== undefined ? [before, after] : [then, first ?? issueOf(own)];
  if (series === undefined || edition === undefined) return undefined;
  return {
    series: { value: series.trim(), confidence: 'likely' },
    edition: { value: edition, confidence: 'likely' },
  };
}

function issueOf(title: string): string | undefined {
  const [, number, han] = issue.exec(title) ?? [];
  return number ?? han;
}
