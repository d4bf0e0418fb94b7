// Which quotation marks begin a quote of the finding, and which only set off a word, a title, a phrase.
import { countWords } from '../text/words.ts';
import { hasCitationSigns, isCitation } from './citation-signs.ts';
import { readHeading } from './headings.ts';
import {
  noteReference,
  originalLabelLength,
  remarkLength,
  shortReferenceLength,
  translatorNoteLength,
} from './notes.ts';
import { leadingMark, readMarks } from './quote-marks.ts';
import { endOfQuote } from './quote-span.ts';
import type { Span } from './report.ts';
import type { WorkingLines } from './working-lines.ts';

/** Fewer words are a title, a term, a word at arm's length. */
const fewestWords = 5;
/** No paragraph of a report's own words is longer; what is, was never parted into lines. */
const longestParagraph = 50_000;

/** Whether a quote of its own begins with the paragraph. */
export function quoteBegins(work: WorkingLines, index: number): boolean {
  const paragraph = work.paragraphs[index];
  if (paragraph === undefined || readHeading(paragraph)?.sure === true) return false;
  const { text } = paragraph;
  const mark = leadingMark(text);
  if (mark < 0)
    return paragraph.quoted && !isCitation(text, true) && originalLabelLength(text) === 0;
  if (isCitation(text, false)) return false;
  const end = endOfQuote(work, index, mark);
  if (end.paragraph > index) return true;
  const rest = text.slice(end.offset).trimStart();
  if (end.closed && !isTail(rest)) return false;
  if (countWords(text.slice(mark, end.offset)) >= fewestWords) return true;
  const introduced = /:\s*$/.test(work.paragraphs[index - 1]?.text ?? '');
  return (
    introduced || isCitation(rest === '' ? (work.paragraphs[index + 1]?.text ?? '') : rest, true)
  );
}

/** Whether words behind a closing mark may belong to the quote: nothing, a note, a reference, a citation. */
function isTail(rest: string): boolean {
  const bare = rest.replace(/^[\s.,;:…–—*_]+/, '');
  if (bare === '' || /^[([]/.test(bare)) return true;
  return (
    noteReference(bare) !== undefined ||
    /^\d{1,3}(?=\s|$)/.test(rest) ||
    remarkLength(bare) + translatorNoteLength(bare) + originalLabelLength(bare) > 0 ||
    isCitation(bare, true)
  );
}

function isReferred(rest: string): boolean {
  return (
    noteReference(rest.replace(/^[.,;]/, '')) !== undefined ||
    shortReferenceLength(rest.trimStart()) > 0
  );
}

/** Where a paragraph that begins with an introduction goes over into the quote: after a colon, or where a mark is left open. */
export function splitsIntoQuote(text: string): number | undefined {
  for (const { start, end } of outermost(text)) {
    const words = countWords(text.slice(start, end ?? text.length));
    if (words < fewestWords) continue;
    if (end === undefined) return start;
    if (
      /[:：][*_\s]*$/.test(text.slice(Math.max(0, start - 12), start)) &&
      !isTitle(text, { start, end })
    )
      return start;
  }
  return undefined;
}

/** Quotes within a sentence of the report, and where what follows the last of them begins. */
export function inlineQuotes(
  work: WorkingLines,
  index: number,
): { spans: readonly Span[]; rest: number } | undefined {
  const text = work.paragraphs[index]?.text ?? '';
  if (text.length > longestParagraph || !/[“"«„「]/.test(text)) return undefined;
  const spans = outermost(text).flatMap(({ start, end }): Span[] => {
    if (end === undefined || countWords(text.slice(start, end)) < fewestWords) return [];
    return isTitle(text, { start, end }) ? [] : [{ start, end }];
  });
  // A reference to a note, or one in brackets, ends what it is for.
  const parted = spans.findIndex(
    ({ end }, i) => i + 1 < spans.length && isReferred(text.slice(end, end + 200)),
  );
  if (parted >= 0) return { spans: spans.slice(0, parted + 1), rest: spans[parted]?.end ?? 0 };
  const last = spans.at(-1);
  if (last === undefined || quoteBegins(work, index + 1)) return undefined;
  const rest = text.slice(last.end);
  const tail = isTail(rest.trimStart());
  const next = work.paragraphs[index + 1];
  const cited =
    (tail && /[\p{L}\p{N}]/u.test(rest)) ||
    hasCitationSigns(rest) ||
    /\[\^?\d{1,4}\]|[¹²³⁴-⁹]/.test(rest) ||
    (next !== undefined && (isCitation(next.text, true) || translatorNoteLength(next.text) > 0));
  if (!cited && !tail) return undefined;
  if (
    !cited &&
    !/\b(?:that|states?|stated|reports?|reported|notes?|noted|said|says|wrote|writes)\b/i.test(text)
  )
    return undefined;
  return { spans, rest: tail ? last.end : text.length };
}

/** Quotations that are in no other one; `end` is missing for one that is not closed in this paragraph. */
function outermost(text: string): { start: number; end?: number }[] {
  const found: { start: number; end?: number }[] = [];
  let depth = 0;
  let start = 0;
  for (const { at, opens } of readMarks(text)) {
    if (opens && depth++ === 0) start = at;
    if (!opens && depth > 0 && --depth === 0) found.push({ start, end: at + 1 });
  }
  return depth > 0 ? [...found, { start }] : found;
}

const titleBefore =
  /\b(?:entitled|titled|called|named|headed|report|article|paper|publication|document|book|survey|study|law|plan|chapter|section|page|post|note|update|guidance|in|its|their|known as|title),?\s*$/i;
const titleAfter =
  /^\s*(?:\((?:https?:|www\.|\d{4}\)|published|dated)|\]\(|,?\s*(?:published|dated|released|issued|updated)\b)/i;
const longestTitle = 20;

function isTitle(text: string, { start, end }: Span): boolean {
  if (titleAfter.test(text.slice(end, end + 40))) return true;
  const inner = text.slice(start + 1, end - 1);
  const words = inner.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  if (words.length > longestTitle || /[.!?…]["”’)]?$/.test(inner)) return false;
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  const minor = words.filter((word) =>
    /^(?:of|the|and|in|on|to|for|a|an|by|with|from|at|or|as)$/.test(word),
  );
  if (capitals + minor.length >= words.length - 1 && capitals >= 2) return true;
  return titleBefore.test(text.slice(Math.max(0, start - 40), start)) && /^\p{Lu}/u.test(inner);
}
