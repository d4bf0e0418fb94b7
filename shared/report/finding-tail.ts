// What follows a quote in its own paragraph or the next ones: remarks, references to notes, translator's notes, originals.
import { accessClause } from './citation-signs.ts';
import { citationAtEnd, citationsOf } from './citations-of.ts';
import { readCitation } from './citation.ts';
import type { Draft } from './draft.ts';
import {
  noteReference,
  notesEmphasis,
  originalLabelLength,
  remarkLength,
  shortReferenceLength,
  translatorNoteLength,
} from './notes.ts';
import { lineAt, type Paragraph } from './paragraphs.ts';
import { leadingMark } from './quote-marks.ts';
import { endOfQuote } from './quote-span.ts';
import { quoteFrom } from './quote-text.ts';
import type { WorkingLines } from './working-lines.ts';

const punctuation = /^[\s.,;:…–—*_]+(?=$|[^\p{L}\s])|^[\s.,;:…–—*_]+$/u;
const aside = /^\(\s?(?:at\s)?(?:pp?\.|pages?|paras?\.?|paragraphs?|sections?|art)[^()]{0,60}\)/i;

/** Takes one such thing off the beginning of the paragraph; the characters taken, 0 when there is none. */
export function takeTail(work: WorkingLines, paragraph: Paragraph, draft: Draft): number {
  const { text } = paragraph;
  const marks = punctuation.exec(text)?.[0].length ?? 0;
  if (marks > 0) return marks;
  const remark = remarkLength(text);
  if (remark > 0) {
    if (notesEmphasis(text.slice(0, remark))) noteEmphasis(draft);
    return remark;
  }
  const footnote = noteReference(text) ?? gluedReference(text, work);
  if (footnote !== undefined) {
    const note = work.notes.get(footnote.label.toLowerCase());
    if (note !== undefined) draft.citations.push(...citationsOf(note, work));
    return footnote.length;
  }
  const note = translatorNoteLength(text);
  if (note > 0) {
    draft.translatorNote ??= { line: lineAt(paragraph, 0), text: text.slice(0, note).trim() };
    work.mark(paragraph, 'note');
    if (notesEmphasis(text.slice(0, note))) noteEmphasis(draft);
    return note;
  }
  const reference = shortReferenceLength(text);
  if (reference > 0) {
    const short = {
      ...readCitation(text.slice(1, reference - 1), lineAt(paragraph, 0)),
      repeats: true,
    };
    draft.citations.push(short);
    work.mark(paragraph, 'citation');
    return reference;
  }
  const place = aside.exec(text)?.[0].length ?? 0;
  if (place > 0) draft.pinpointed = true;
  return place;
}

/** Digits glued to the closing mark, when there is a footnote with that number. */
function gluedReference(
  text: string,
  work: WorkingLines,
): { label: string; length: number } | undefined {
  const digits = /^\d{1,3}(?=\s|$)/.exec(text)?.[0];
  return digits !== undefined && work.notes.has(digits)
    ? { label: digits, length: digits.length }
    : undefined;
}

function noteEmphasis(draft: Draft): void {
  draft.quotes = draft.quotes.map((quote) => ({ ...quote, emphasisNoted: true }));
}

/** A further citation, or the address or clause of access that the last one lacks. */
export function takeCitation(work: WorkingLines, paragraph: Paragraph, draft: Draft): void {
  const { text } = paragraph;
  const last = draft.citations.at(-1);
  const completes =
    last !== undefined &&
    ((last.accessed === undefined && accessClause.exec(text)?.index === 0) ||
      (last.url === undefined && /^[(<[]?(?:https?:|www\.)/.test(text)));
  if (completes) {
    draft.citations[draft.citations.length - 1] = readCitation(`${last.text} ${text}`, last.line);
    work.mark(paragraph, 'citation');
  } else draft.citations.push(...citationsOf(paragraph, work));
  if (notesEmphasis(text)) noteEmphasis(draft);
}

/** Reads the original whose label the paragraph begins with; the index to go on with. */
export function takeOriginal(
  work: WorkingLines,
  index: number,
  paragraph: Paragraph,
  draft: Draft,
): number {
  const line = lineAt(paragraph, 0);
  work.mark(paragraph, 'original');
  const at = work.leave(index, originalLabelLength(paragraph.text)) ? index : index + 1;
  const body = work.paragraphs[at];
  if (body === undefined || (at > index && at >= work.nextStop(at))) {
    draft.originals.push({ line, text: '' });
    return at;
  }
  const mark = leadingMark(body.text);
  if (mark < 0) return takePlainOriginal(work, at, line, draft);
  const end = endOfQuote(work, at, mark);
  const cut = end.closed ? undefined : citationAtEnd(work.paragraphs[end.paragraph]?.text ?? '');
  const until = cut === undefined ? end : { ...end, offset: cut };
  const quote = quoteFrom(work, at, mark, until, 'original');
  draft.originals.push({ line, text: quote.text });
  return work.leave(until.paragraph, until.offset) ? until.paragraph : until.paragraph + 1;
}

const mostParagraphs = 12;

/** An original without quotation marks: up to the citation, or its paragraph alone when none follows. */
function takePlainOriginal(work: WorkingLines, index: number, line: number, draft: Draft): number {
  const stop = work.nextStop(index + 1);
  let end = index + 1;
  while (end < stop && !work.isSoftStop(end) && leadingMark(work.paragraphs[end]?.text ?? '') < 0)
    end++;
  if (end < stop || end - index > mostParagraphs) end = index + 1;
  const body = work.paragraphs.slice(index, end);
  for (const paragraph of body) work.mark(paragraph, 'original');
  const text = body.map((paragraph) => paragraph.text).join('\n\n');
  const cut = body.length === 1 ? citationAtEnd(text) : undefined;
  draft.originals.push({ line, text: text.slice(0, cut).trim() });
  return cut !== undefined && work.leave(index, cut) ? index : end;
}
