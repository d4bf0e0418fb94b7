// Headings, however they are marked: `#` or a style, numbers, letters, bold lines, capitals, well-known titles.
import { hasCitationSigns } from './citation-signs.ts';
import type { Paragraph } from './paragraphs.ts';

export interface Heading {
  readonly title: string;
  /** Smaller is further out. Marked levels first, then by kind of number. */
  readonly rank: number;
  /** Marked as a heading by the format, so that it also ends a quote that was never closed. */
  readonly sure: boolean;
}

const longest = 160;
const hashes = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/;
const numbered =
  /^(?:(?:[Qq]uestion|[Ss]ection|[Cc]hapter|[Pp]art|[Aa]nnex|[Aa]ppendix)\s+)?(\d{1,2}(?:\.\d{1,2}){0,4})(?:[.):]\s*[-–—]?\s*(?=\D)|\s*[-–—]?\s+(?=[\p{Lu}“"‘]))/u;
const dateLine = /^\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\.?,?\s+\d{4}\b/u;
const lettered = /^\(?(?:[a-z]|[ivx]{1,4})[.)]\s+\S/i;
const named = /^(?:question|section|chapter|part|annex|appendix)\s+[\divxa-z]{1,4}\b/i;
const wholeBold = /^(?:\*{2,3}|__)(?=\S)([^*\n]{1,200}?)(?:\*{2,3}|__)\s*:?$/;
const label = /^\W*(?:original|translat|own translation|emphasis|source:)/i;
/** What a heading never ends with; a question may be one. */
const sentenceEnd = /[.;,:。…]["'”’)\]]*$/;

const unmarkedLevel = 7;
const letterLevel = 8;

export function readHeading(paragraph: Paragraph): Heading | undefined {
  const { text, parts } = paragraph;
  const line = parts[0]?.line;
  const [, marks, marked] = (parts.length === 1 ? hashes.exec(text) : null) ?? [];
  const level = line?.heading ?? marks?.length;
  if (level !== undefined) {
    const title = bareTitle(marked ?? text);
    return title === '' ? undefined : { title, rank: level * 10 + numberRank(title), sure: true };
  }
  if (paragraph.cell || parts.length > 2 || text.length > longest || paragraph.quoted)
    return undefined;
  return unmarkedHeading(paragraph);
}

function unmarkedHeading(paragraph: Paragraph): Heading | undefined {
  const { text } = paragraph;
  const bold = wholeBold.exec(text)?.[1] ?? (isStyledBold(paragraph) ? text : undefined);
  const title = bareTitle(bold ?? text);
  if (label.test(title) || hasCitationSigns(title)) return undefined;
  const looks =
    (bold !== undefined && !paragraph.item) ||
    (numbered.test(title) && !dateLine.test(title)) ||
    (lettered.test(title) && paragraph.gap) ||
    (named.test(title) && title.length < 100) ||
    isCapitals(title) ||
    isKnownTitle(title);
  if (!looks || paragraph.item || sentenceEnd.test(title) || /^["“‘«„([]/.test(title))
    return undefined;
  if (title.split(/\s+/).length > 24) return undefined;
  return { title, rank: unmarkedLevel * 10 + numberRank(title), sure: false };
}

/** 1, 1.2 and a) under a title of the same level. */
function numberRank(title: string): number {
  const number = numbered.exec(title)?.[1];
  if (number !== undefined) return Math.min(letterLevel - 1, number.split('.').length);
  return lettered.test(title) ? letterLevel : 0;
}

function isStyledBold({ text, parts }: Paragraph): boolean {
  const [part] = parts;
  const [whole] = part?.line.emphasis ?? [];
  return whole !== undefined && whole.end - whole.start >= text.length && text.length < 120;
}

function isCapitals(title: string): boolean {
  const letters = title.match(/\p{L}/gu) ?? [];
  const words = title.match(/\p{Lu}{2,}/gu) ?? [];
  return words.length >= 2 && letters.length >= 8 && title === title.toUpperCase();
}

/** Markdown's emphasis, link marks and escapes are no part of a title. */
export function bareTitle(title: string): string {
  return title
    .replace(/\[([^[\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\{#[^}]*\}$/, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replace(/[*_`]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export type SectionKind =
  'cover' | 'contents' | 'front-matter' | 'timeframe' | 'source-list' | 'endnotes' | 'findings';

const kinds: readonly (readonly [RegExp, SectionKind])[] = [
  [/^(?:table of )?contents$/i, 'contents'],
  [
    /\btime\s?-?frame\b|^(?:research |reporting )?period(?: of research)?$|^period covered|\bcut-?off date/i,
    'timeframe',
  ],
  [
    /^(?:list of )?(?:all )?(?:sources?|works|references?)(?: and references)?(?: (?:consulted|cited|used|list))?$|\bsources consulted\b|^consulted sources|^bibliograph|^list of (?:sources|references)/i,
    'source-list',
  ],
  [/^(?:end|foot)?notes$/i, 'endnotes'],
  [
    /^(?:acknowledge?ments?|letter to|note to|explanatory note|disclaimer|foreword|preface|how to use|methodolog|terms of reference|glossar|abbreviations|acronyms|list of (?:abbreviations|acronyms)|feedback|copyright|legal notice|about\b|scope\b|introduction$|introductory|limitations|contact|map$)|\bmethodology$/i,
    'front-matter',
  ],
];

/** What a section with this title holds, its number aside. */
export function sectionKind(title: string): SectionKind {
  const bare = title
    .replace(/^(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]?\s+/i, '')
    .replace(/[:.]$/, '');
  return kinds.find(([pattern]) => pattern.test(bare))?.[1] ?? 'findings';
}

function isKnownTitle(title: string): boolean {
  return title.length < 60 && sectionKind(title) !== 'findings';
}

const sourceGroup =
  /government|ngo|non-?governmental|media|news|press|academi|legal|legislation|international|organi[sz]ations?|think tank|other|united nations|\bun\b|coi\b|databases?/i;

/** "Government sources", "NGOs", "Media": a group of the list of sources rather than a section of its own. */
export function isSourceGroup(title: string): boolean {
  return sourceGroup.test(title) && title.length < 80 && !/^\d/.test(title) && !title.includes('?');
}
