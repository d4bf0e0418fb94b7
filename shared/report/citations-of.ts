// The citations of a paragraph, and where a citation begins behind other words.
import { isCitation } from './citation-signs.ts';
import { citationStarts, readCitation } from './citation.ts';
import { lineAt, type Paragraph } from './paragraphs.ts';
import type { Citation } from './report.ts';
import type { WorkingLines } from './working-lines.ts';

export function citationsOf(paragraph: Paragraph, work: WorkingLines): Citation[] {
  work.mark(paragraph, 'citation');
  const starts = citationStarts(paragraph.text);
  return starts.map((start, i) => {
    const text = paragraph.text.slice(start, starts[i + 1]).replace(/;\s*$/, '');
    return readCitation(text, lineAt(paragraph, start));
  });
}

const mostCharacters = 800;

/** Where a citation begins that ends a paragraph of other words, as behind a quote that was never closed. */
export function citationAtEnd(text: string): number | undefined {
  const from = Math.max(0, text.length - mostCharacters);
  for (const { index, 0: end } of text
    .slice(from)
    .matchAll(/[.!?。！？…\])]["”’*]*\s+(?=[\p{Lu}“])/gu)) {
    const start = from + index + end.length;
    if (isCitation(text.slice(start), true)) return start;
  }
  return undefined;
}
