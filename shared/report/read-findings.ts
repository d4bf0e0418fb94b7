// The findings of a section: introduction, quotes, translator's note, original, citation, in whatever order and paragraphs
// they come. What is none of these is handed on as the report's own words.
import { isCitation } from './citation-signs.ts';
import { citationAtEnd, citationsOf } from './citations-of.ts';
import type { Draft } from './draft.ts';
import { takeCitation, takeOriginal, takeTail } from './finding-tail.ts';
import { inlineQuotes, quoteBegins, splitsIntoQuote } from './inline-quotes.ts';
import { originalLabelLength } from './notes.ts';
import { lineAt, slice, type Paragraph } from './paragraphs.ts';
import { leadingMark } from './quote-marks.ts';
import { endOfQuote, type QuoteEnd } from './quote-span.ts';
import { plainQuote, quoteFrom } from './quote-text.ts';
import type { Citation, Finding, ReportQuote } from './report.ts';
import type { WorkingLines } from './working-lines.ts';

export interface FindingReader {
  /** Reads the paragraph at `index` and what belongs to it; the index to go on with, maybe the same one. */
  readonly take: (index: number, section: string) => number;
  /** The section ends: nothing that follows belongs to the finding any more. */
  readonly flush: () => void;
  readonly findings: readonly Finding[];
}

/** `ownWords` is told every paragraph of the report's own words, and whether it introduces a finding. */
export function createFindingReader(
  work: WorkingLines,
  ownWords: (paragraph: Paragraph, introduces: boolean) => void,
): FindingReader {
  const findings: Draft[] = [];
  /** The finding that notes, originals and citations belong to until other words come. */
  let open: Draft | undefined;
  /** Own words that no finding has taken yet; the last of them may become its introduction. */
  let pending: Paragraph[] = [];
  /** Citations that stand before their quote. */
  let header: Citation[] = [];

  const flush = () => {
    for (const paragraph of pending) ownWords(paragraph, false);
    pending = [];
    open = undefined;
    header = [];
  };

  const begin = (section: string): Draft => {
    const introduction = pending.pop();
    for (const paragraph of pending) ownWords(paragraph, false);
    pending = [];
    if (introduction !== undefined) ownWords(introduction, true);
    const last = findings.at(-1);
    if (last?.citations.length === 0 && last.section === section) {
      last.continues = introduction === undefined || sameSource.test(introduction.text);
    }
    const draft: Draft = {
      section,
      introduction: introduction && {
        line: lineAt(introduction, 0),
        text: introduction.text.replace(/\s+/g, ' '),
      },
      quotes: [],
      translatorNote: undefined,
      originals: [],
      citations: header,
      pinpointed: false,
      continues: false,
    };
    header = [];
    findings.push(draft);
    open = draft;
    return draft;
  };

  const addQuote = (quote: ReportQuote, section: string): Draft => {
    const goesOn = pending.length === 0 && header.length === 0 && open?.citations.length === 0;
    if (goesOn && open !== undefined && isOriginalOf(quote, open)) {
      open.originals.push({ line: quote.line, text: quote.text });
      return open;
    }
    const draft =
      goesOn && open?.originals.length === 0 && open.quotes.length > 0 ? open : begin(section);
    draft.quotes.push(quote);
    return draft;
  };

  const readCitationAt = (index: number, paragraph: Paragraph, section: string): number => {
    const next = index + 1;
    const quoteFollows = quoteBegins(work, next);
    if (open !== undefined && pending.length === 0) {
      // In reports that cite before they quote, a second citation is the next quote's.
      if (open.citations.length === 0 || open.quotes.length === 0 || !quoteFollows) {
        takeCitation(work, paragraph, open);
        return next;
      }
      open = undefined;
    }
    const last = pending.at(-1);
    if (quoteFollows && (last === undefined || introduces.test(last.text))) {
      header = [...header, ...citationsOf(paragraph, work)];
      return next;
    }
    const introduction = pending.findLastIndex(({ text }) => introduces.test(text));
    const body = introduction < 0 ? [] : pending.slice(introduction + 1);
    pending = pending.slice(0, pending.length - body.length);
    const draft = body.length > 0 ? addQuote(plainQuote(body, work), section) : begin(section);
    takeCitation(work, paragraph, draft);
    return next;
  };

  const readQuoteAt = (index: number, paragraph: Paragraph, section: string): number => {
    const mark = leadingMark(paragraph.text);
    if (mark < 0) {
      let end = index + 1;
      while (isQuotedOn(work.paragraphs[end])) end++;
      addQuote(plainQuote(work.paragraphs.slice(index, end), work), section);
      return end;
    }
    const until = beforeCitation(work, index, endOfQuote(work, index, mark));
    addQuote(quoteFrom(work, index, mark, until, 'quote'), section);
    return work.leave(until.paragraph, until.offset) ? until.paragraph : until.paragraph + 1;
  };

  const readInline = (index: number, paragraph: Paragraph, section: string): number | undefined => {
    const inline = inlineQuotes(work, index);
    const first = inline?.spans[0];
    if (inline === undefined || first === undefined) return undefined;
    open = undefined;
    const introduction = slice(paragraph, 0, first.start);
    if (introduction !== undefined) pending.push(introduction);
    for (const { start, end } of inline.spans) {
      const until = { paragraph: index, offset: end, closed: true };
      addQuote(quoteFrom(work, index, start, until, 'quote'), section);
    }
    return work.leave(index, inline.rest) ? index : index + 1;
  };

  const readWords = (index: number, paragraph: Paragraph, section: string): number => {
    const at = splitsIntoQuote(paragraph.text);
    const before = at === undefined ? undefined : slice(paragraph, 0, at);
    if (at === undefined || before === undefined) {
      const next = readInline(index, paragraph, section);
      if (next !== undefined) return next;
    }
    open = undefined;
    pending.push(before ?? paragraph);
    return before !== undefined && at !== undefined && work.leave(index, at) ? index : index + 1;
  };

  /** An original belongs to the quote before it, also when a remark of an unknown form stands between. */
  const reopen = () => {
    const last = findings.at(-1);
    if (open !== undefined || last === undefined || pending.length !== 1) return;
    if (last.originals.length > 0 || last.citations.length > 0) return;
    flush();
    open = last;
  };

  const take = (index: number, section: string): number => {
    const paragraph = work.paragraphs[index];
    if (paragraph === undefined) return index + 1;
    const { text } = paragraph;
    if (originalLabelLength(text) > 0) reopen();
    const expected = open !== undefined && pending.length === 0;
    if (expected && open !== undefined) {
      if (originalLabelLength(text) > 0) return takeOriginal(work, index, paragraph, open);
      const taken = takeTail(work, paragraph, open);
      if (taken > 0) {
        work.mark(paragraph, 'quote');
        return work.leave(index, taken) ? index : index + 1;
      }
    }
    if (isCitation(text, expected)) return readCitationAt(index, paragraph, section);
    if (quoteBegins(work, index)) return readQuoteAt(index, paragraph, section);
    return readWords(index, paragraph, section);
  };

  return { take, flush, findings };
}

const introduces = /[:：][*_]*\s*$/;
const sameSource =
  /^\W*(?:(?:in |according to |within )?(?:the|this) same\b|(?:it|they|he|she|the (?:same )?(?:report|source|article|document|paper|author|publication|organi[sz]ation)s?) (?:also|further|furthermore|additionally|then|goes|went|continues?|continued|adds?|added)\b|(?:further|furthermore|additionally|moreover|and|it continues|ibid)\b)/i;

function isQuotedOn(paragraph: Paragraph | undefined): boolean {
  if (paragraph?.quoted !== true || isCitation(paragraph.text, true)) return false;
  return leadingMark(paragraph.text) < 0 && originalLabelLength(paragraph.text) === 0;
}

/** A quote that was never closed ends where a citation begins in the same paragraph. */
function beforeCitation(work: WorkingLines, index: number, end: QuoteEnd): QuoteEnd {
  const last = end.closed ? end.paragraph - 1 : end.paragraph;
  for (let i = index; i <= last; i++) {
    const offset = citationAtEnd(work.paragraphs[i]?.text ?? '');
    if (offset !== undefined) return { paragraph: i, offset, closed: false };
  }
  return end;
}

const otherScripts =
  /[\u0590-\u08ff\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0400-\u04ff]/g;

/** A second quotation in another script, without a label: the original of the first. */
function isOriginalOf({ text }: ReportQuote, { quotes }: Draft): boolean {
  const share = (words: string) => (words.match(otherScripts)?.length ?? 0) / words.length;
  const translated = quotes.at(-1);
  return translated !== undefined && share(text) > 0.4 && share(translated.text) < 0.1;
}
