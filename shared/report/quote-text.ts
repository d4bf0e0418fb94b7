// The words of a quote, out of the paragraphs it runs through.
import { emphasisOf, lineAt, slice, type Paragraph } from './paragraphs.ts';
import type { QuoteEnd } from './quote-span.ts';
import { notesEmphasis } from './notes.ts';
import type { LineRole, ReportQuote } from './report.ts';
import type { WorkingLines } from './working-lines.ts';

/** From the mark at `at` of paragraph `index` to its end; the lines get the role. */
export function quoteFrom(
  work: WorkingLines,
  index: number,
  at: number,
  end: QuoteEnd,
  role: LineRole,
): ReportQuote {
  const pieces: Paragraph[] = [];
  for (let i = index; i <= end.paragraph; i++) {
    const paragraph = work.paragraphs[i];
    if (paragraph === undefined) continue;
    work.mark(paragraph, role);
    const piece = slice(
      paragraph,
      i === index ? at : 0,
      i === end.paragraph ? end.offset : Infinity,
    );
    if (piece !== undefined) pieces.push(piece);
  }
  return quoteOf(pieces, end.closed);
}

/** Paragraphs that are a quotation by their style or their place, without marks of their own. */
export function plainQuote(paragraphs: readonly Paragraph[], work: WorkingLines): ReportQuote {
  for (const paragraph of paragraphs) work.mark(paragraph, 'quote');
  const last = paragraphs.at(-1)?.text ?? '';
  // A closing mark without its opening one.
  const unopened = /[”"»][.*_]*$/.test(last) && !/[“"«„]/.test(last.slice(0, -2));
  return quoteOf(paragraphs, !unopened);
}

function quoteOf(pieces: readonly Paragraph[], balanced: boolean): ReportQuote {
  const [first] = pieces;
  const text = pieces.map((piece) => piece.text).join('\n\n');
  return {
    line: first === undefined ? 0 : lineAt(first, 0),
    text,
    balanced,
    emphasised: emphasised(pieces),
    emphasisNoted: notesEmphasis(text),
  };
}

/** Emphasis over nearly all of it is the report's way to set quotes. */
function emphasised(pieces: readonly Paragraph[]): string[] {
  const words: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    length += piece.text.length;
    for (const { start, end } of emphasisOf(piece)) {
      const word = piece.text
        .slice(start, end)
        .replace(/^[*_“"]+|[*_”"]+$/g, '')
        .trim();
      // Brackets of the editor's own are sometimes set apart.
      if (/[\p{L}\p{N}]/u.test(word) && !/^\[[^\]]*\]$/.test(word)) words.push(word);
    }
  }
  const all = words.reduce((sum, word) => sum + word.length, 0);
  return all > 0.8 * length ? [] : words;
}
