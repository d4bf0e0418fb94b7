// What stands inside a passage without belonging to its sentences: running heads, page numbers, notes at a page's foot.
import type { SkippedRange, SourceText } from '../verify/verdict.ts';
import type { TextRange } from '../text/text-map.ts';
import type { RangeKind, WorkingText } from '../text/working-text.ts';
import type { QuoteDraft, QuotedText } from './draft.ts';

/**
 * The stretches that the print of this quote leaves out without a sign. A passage that begins or ends within furniture or
 * a note quotes just that, and has it.
 */
export function leftOutIn(
  { passages, footnotesOmitted }: Pick<QuoteDraft, 'passages' | 'footnotesOmitted'>,
  { ranges }: Pick<QuotedText, 'ranges'>,
): readonly SkippedRange[] {
  const first = passages[0]?.start ?? 0;
  const last = passages.at(-1)?.end ?? 0;
  const left: SkippedRange[] = [];
  for (const { start, end, kind } of ranges) {
    if (staysInQuotes(kind) || end <= first || start >= last) continue;
    if (kind === 'noteref') {
      if (footnotesOmitted) left.push({ start, end, kind });
      continue;
    }
    if (passages.some((passage) => passage.start < start && end < passage.end)) {
      left.push({ start, end, kind: 'furniture' });
    }
  }
  return left;
}

/**
 * The working text as the verifier wants it. Notes at a page's foot part sentences as page numbers do, but for those that
 * `quoted` begins or ends in.
 */
export function verifiable(
  work: Pick<WorkingText, 'text' | 'ranges' | 'sections'>,
  quoted: readonly TextRange[] = [],
): SourceText {
  const skipped = work.ranges.flatMap(({ start, end, kind }): readonly SkippedRange[] => {
    if (staysInQuotes(kind)) return [];
    const holds = (offset: number): boolean => start <= offset && offset < end;
    const isQuoted = quoted.some((each) => holds(each.start) || holds(each.end - 1));
    if (isQuoted && kind !== 'noteref') return [];
    return [{ start, end, kind: kind === 'noteref' ? kind : 'furniture' }];
  });
  return { text: work.text, skipped, sections: work.sections };
}

/**
 * Boilerplate may be text after all, and hidden words may have been shown by what is not in the file: a “not” among them
 * never goes out of a quote without a sign.
 */
function staysInQuotes(kind: RangeKind): boolean {
  return kind === 'boilerplate' || kind === 'hidden';
}

/** The words of a stretch of a text without what is left out of them. */
export function printedWords(
  { text, leftOut }: { readonly text: string; readonly leftOut: readonly SkippedRange[] },
  { start, end }: TextRange,
): string {
  let words = '';
  let at = start;
  for (const skipped of leftOut) {
    if (skipped.end <= at || skipped.start >= end) continue;
    const before = text.slice(at, Math.max(at, skipped.start));
    at = Math.min(end, skipped.end);
    if (skipped.kind === 'noteref') {
      // "victims. 2 The": the blank before a reference goes with it.
      words += at < end ? before.replace(/[^\S\n]+$/, '') : before.trimEnd();
      continue;
    }
    words += before.trimEnd();
    while (at < end && /\s/.test(text.charAt(at))) at++;
    if (at < end && words !== '') words += ' ';
  }
  return oneBlank(words + text.slice(at, end));
}

/** In print one blank parts words, one line break paragraphs. A blank at the edge of a piece stays: it parts pieces. */
function oneBlank(text: string): string {
  return text.replace(/\s*\n\s*/g, '\n').replace(/[^\S\n]{2,}/g, ' ');
}
