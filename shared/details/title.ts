// The title: as stated, the first heading, or the last of the short lines above what is said of the document.
import { isVisible } from '../export/visible-text.ts';
import type { DescribedText } from './opening.ts';
import type { Found } from './found.ts';
import { isOrganisation } from './organisation-words.ts';

const longestTitle = 220;
const mostLinesAbove = 4;
const nearTop = 2000;
const fileNameLike =
  /^(?:untitled(?:-\d+)?|untitled document|\S+\.[a-z]{2,8}|document\d*|microsoft (?:word|powerpoint|excel)\b.*|.*\.(?:docx?|pdf|indd|qxd|pages|rtf|txt|odt|tex|dvi|html?))$/i;
/** What a site says of itself above every page. */
const tagline =
  /^(?:an?|the|your)\s+(?:\p{L}+\s+){0,3}(?:resource|project|website|site|service|portal|initiative|programme|program)\s+(?:for|of|on|to|about|by)\b/iu;

/** A title a file or a label states; a file's name or a program's is none. */
export function isTitle(stated: string): boolean {
  return (
    isVisible(stated) &&
    stated.length > 3 &&
    stated.length <= longestTitle &&
    !fileNameLike.test(stated)
  );
}

/** The largest heading near the top, with those of its size that stand right below. */
export function headingTitle({ sections, text }: DescribedText): Found<string> | undefined {
  const near = sections.filter(({ start }) => start < nearTop + text.length * 0.02);
  const first = near[0];
  if (first === undefined) return undefined;
  const level = Math.min(...near.slice(0, 3).map((section) => section.level));
  const at = near.findIndex((section) => section.level === level);
  const titles: string[] = [];
  let end = near[at]?.start ?? 0;
  for (const { start, level: own, title } of near.slice(at)) {
    const between = text.slice(end, start);
    if (own !== level || (titles.length > 0 && /\S/.test(between))) break;
    titles.push(title);
    end = start + (text.slice(start).indexOf('\n') + 1 || title.length);
  }
  const joined = titles.join(' ').replace(/\s+/g, ' ').trim();
  return isTitle(joined) ? { value: joined, confidence: 'likely' } : undefined;
}

/** Short lines at the top, above the first line that is a label, a byline, a date or prose; a host's label may precede. */
export function linesAbove(
  opening: readonly string[],
  isOther: (index: number) => boolean,
): readonly string[] {
  let start = 0;
  while (start < opening.length && isOther(start)) start++;
  let end = start;
  while (end < opening.length && isShort(opening[end] ?? '') && !isOther(end)) end++;
  if (end - start > mostLinesAbove) return opening.slice(start, start + 1);
  const above = opening.slice(start, end);
  return above.length > 1 && tagline.test(above[0] ?? '') ? above.slice(1) : above;
}

/** The title among the lines at the top, where the first of several may be a masthead. */
export function titleAbove(above: readonly string[], publisher: string): Found<string> | undefined {
  const [first = '', second] = above;
  const masthead =
    second !== undefined &&
    (fold(first) === fold(publisher) || (publisher === '' && isOrganisation(first)));
  const title = masthead ? second : first;
  if (!isTitle(title) && !/^\p{Lo}{2,}/u.test(title)) return undefined;
  return { value: title, confidence: masthead ? 'likely' : 'guess' };
}

function isShort(line: string): boolean {
  return (
    line.length <= longestTitle &&
    !/[.!?。！？؟:：]["”’)]?$/.test(line.replace(/\b(?:U\.S|Inc|Ltd)\.$/, ''))
  );
}

export function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
