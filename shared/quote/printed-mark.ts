import { rangesOf, type Mark, type TextAnchor } from '../evidence/mark.ts';
import type { TextRange } from '../text/text-map.ts';
import type { MarkedRange } from '../text/working-text.ts';
import type { SkippedRange } from '../verify/verdict.ts';
import { leftOutIn, printedWords } from './left-out.ts';

const footnotesOmitted = '[footnotes omitted]';

/**
 * What is printed of a mark where that is not every character of it: without the page furniture, notes and descriptions of
 * pictures between its words, as a quote; and without references to notes, which a remark behind it says. Undefined where
 * its words are printed as they stand. `ranges` are those of the text that the mark is placed in.
 */
export function printedMark(
  mark: Pick<Mark, 'kind' | 'anchor' | 'more'>,
  ranges: readonly MarkedRange[],
): string | undefined {
  const parts = rangesOf(mark).map((anchor) => printedRange(anchor, ranges));
  const left = parts.flatMap((part) => part.left);
  if (left.length === 0) return undefined;
  const printed = parts.map(({ words }) => words).join(' [...] ');
  const hasReferences = left.some(({ kind }) => kind === 'noteref');
  return hasReferences ? `${printed} ${footnotesOmitted}` : printed;
}

interface PrintedRange {
  readonly words: string;
  readonly left: readonly SkippedRange[];
}

function printedRange(
  { start, end, exact }: TextAnchor,
  ranges: readonly MarkedRange[],
): PrintedRange {
  const passage = { start: 0, end: exact.length };
  const inside = rangesIn(ranges, { start, end }).map((range) => ({
    ...range,
    start: range.start - start,
    end: range.end - start,
  }));
  const left = leftOutIn({ passages: [passage], footnotesOmitted: true }, { ranges: inside });
  const words = left.length === 0 ? exact : printedWords({ text: exact, leftOut: left }, passage);
  // Who marks nothing but a reference means it.
  return words === '' ? { words: exact, left: [] } : { words, left };
}

/** Whether a reference to a note stands in any of the passages. */
export function holdsReference(
  passages: readonly TextRange[],
  ranges: readonly MarkedRange[],
): boolean {
  return passages.some((passage) =>
    rangesIn(ranges, passage).some(({ kind }) => kind === 'noteref'),
  );
}

/** The ranges that have a part of a passage, by halves: a long text has thousands, and a list of marks asks for each. */
function rangesIn(ranges: readonly MarkedRange[], { start, end }: TextRange): MarkedRange[] {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  const found: MarkedRange[] = [];
  for (let i = low; i < ranges.length; i++) {
    const range = ranges[i];
    if (range === undefined || range.start >= end) break;
    found.push(range);
  }
  return found;
}
