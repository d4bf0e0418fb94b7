import { sentences } from '../text/sentences.ts';
import type { TextRange } from '../text/text-map.ts';
import type { QuotedText } from './draft.ts';

/** Whether a quote that begins or ends there has whole sentences at that end. */
export function startsSentence(source: QuotedText, offset: number): boolean {
  return paragraphSentences(source, offset).every(({ start, end }) => {
    return !(start < offset && offset < end);
  });
}

export function endsSentence(source: QuotedText, offset: number): boolean {
  return paragraphSentences(source, offset).every(({ start, end }) => {
    const rest = source.text.slice(offset, end);
    return !(start < offset && offset < end && /[\p{L}\p{N}]/u.test(rest));
  });
}

/** A paragraph longer than this is looked at around the place only. */
const mostLooked = 20_000;

function paragraphSentences({ text, ranges }: QuotedText, offset: number): readonly TextRange[] {
  const lineStart = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const from = Math.max(lineStart, offset - mostLooked);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, offset + mostLooked);
  const own = ranges
    .filter(({ start, end }) => start < to && end > from)
    .map((range) => ({ ...range, start: range.start - from, end: range.end - from }));
  return sentences(text.slice(from, to), own).map(({ start, end }) => ({
    start: start + from,
    end: end + from,
  }));
}
