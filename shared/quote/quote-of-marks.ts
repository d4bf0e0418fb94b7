import { rangesOf, type Mark, type TextAnchor } from '../evidence/mark.ts';
import type { QuoteContent, QuotePassage } from '../evidence/quote.ts';

/**
 * The quote that some marks begin as: all their ranges in the order of the source, those that meet as one. An area has no
 * words to quote. Undefined where there are none, or not all of one working text. Needs no text: marks know what they say.
 */
export function quoteOfMarks(given: readonly Mark[]): QuoteContent | undefined {
  const marks = given.filter((mark) => rangesOf(mark).length > 0);
  const [first, ...others] = marks;
  if (first === undefined) return undefined;
  const { source, workingFile } = first;
  if (others.some((mark) => mark.source !== source || mark.workingFile !== workingFile)) {
    return undefined;
  }
  const passages: QuotePassage[] = [];
  const ranges = marks.flatMap(passagesOf);
  for (const passage of ranges.sort((a, b) => a.anchor.start - b.anchor.start)) {
    const last = passages.at(-1);
    const one = last && united(last, passage);
    if (one === undefined) passages.push(passage);
    else passages.splice(-1, 1, one);
  }
  return {
    ...{ workingFile, passages, edits: [], emphasis: [] },
    ...{ opensCut: false, endsCut: false, footnotesOmitted: false, note: '' },
  };
}

/** A mark knows its pages as a whole: each of its ranges is said to stand on them. */
function passagesOf(mark: Mark): readonly QuotePassage[] {
  const { id, firstPage, lastPage, pageLabel } = mark;
  return rangesOf(mark).map((anchor) => ({ anchor, firstPage, lastPage, pageLabel, mark: id }));
}

/** Both as one where they overlap, or where only blanks lie between them, which the first one's context shows. */
function united(a: QuotePassage, b: QuotePassage): QuotePassage | undefined {
  const gap = b.anchor.start - a.anchor.end;
  const between = gap > 0 ? a.anchor.suffix.slice(0, gap) : '';
  if (gap > 0 && (between.length < gap || between.trim() !== '')) return undefined;
  const anchor = b.anchor.end <= a.anchor.end ? a.anchor : bothAnchors(a.anchor, b.anchor, between);
  const labels = [...new Set([...a.pageLabel.split('–'), ...b.pageLabel.split('–')])];
  const first = labels[0] ?? '';
  const last = labels.at(-1) ?? '';
  return {
    ...a,
    anchor,
    lastPage: Math.max(a.lastPage, b.lastPage),
    pageLabel: first === last ? first : `${first}–${last}`,
  };
}

function bothAnchors(a: TextAnchor, b: TextAnchor, between: string): TextAnchor {
  return {
    start: a.start,
    end: b.end,
    exact: a.exact + between + b.exact.slice(Math.max(0, a.end - b.start)),
    prefix: a.prefix,
    suffix: b.suffix,
  };
}
