import { displayTitle } from '../evidence/source.ts';
import { areaWords } from './area-words.ts';
import { cite, nestedQuotes } from './citation.ts';
import type { ComposedQuote } from './composed-quote.ts';
import { pinpoint, quotePinpoint } from './pinpoint.ts';
import { printedQuote } from './render-quote.ts';
import { printedOf, type QuotedMark } from './quoted-mark.ts';

/**
 * What “Copy with citation” puts on the clipboard: the passage in curly quotation marks as one line of running text,
 * and the citation on the next. Double marks inside become single ones, as print does it; nothing else of the passage changes.
 */
export function quoteWithCitation(quoted: QuotedMark): string {
  if (quoted.mark.area !== undefined) {
    return `[${areaWords(quoted.mark, displayTitle(quoted.source), quoted.source.labels)}]\n${cite(quoted.source, pinpoint(quoted))}`;
  }
  const passage = printedOf(quoted).replace(/\s+/g, ' ').trim();
  return `“${nestedQuotes(passage)}”\n${cite(quoted.source, pinpoint(quoted))}`;
}

/** The same of a composed quote, which keeps its paragraphs. */
export function composedWithCitation(composed: ComposedQuote): string {
  const print = nestedQuotes(printedQuote(composed.pieces).trim());
  return `“${print}”\n${cite(composed.source, quotePinpoint(composed))}`;
}
