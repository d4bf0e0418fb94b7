// Where a quotation that opens at a place ends: at its own closing mark, maybe paragraphs later, or, when it was never
// closed, before the citation, the heading or the next introduction.
import { familyOf, leadingMark, readMarks, readSingle, type Mark } from './quote-marks.ts';
import type { Paragraph } from './paragraphs.ts';

export interface QuoteEnd {
  /** Index of the last paragraph, and the place in it after the closing mark. */
  readonly paragraph: number;
  readonly offset: number;
  readonly closed: boolean;
}

/** What the search must know of the paragraphs around. */
export interface Surroundings {
  readonly paragraphs: readonly Paragraph[];
  /** The next paragraph from this one on that no quotation runs into: citation, note, original, heading. */
  readonly nextStop: (index: number) => number;
  /** A paragraph that ends an unclosed quotation but may be part of a closed one: a numbered line, an introduction. */
  readonly isSoftStop: (index: number) => boolean;
}

/** A quotation of more paragraphs than this was not closed. */
const mostParagraphs = 120;

/**
 * The end of the quotation whose opening mark stands at `at` of paragraph `index`. Inner quotations are counted; a mark
 * that opens a paragraph inside the quotation repeats the opening one and closes nothing.
 */
export function endOfQuote(around: Surroundings, index: number, at: number): QuoteEnd {
  const { paragraphs } = around;
  const stop = Math.min(around.nextStop(index + 1), paragraphs.length, index + mostParagraphs);
  const opener = paragraphs[index]?.text[at] ?? '';
  const family = familyOf(opener);
  const own = (mark: Mark) => familyOf(mark.character) === family;
  const found =
    family === 'single'
      ? findSingle(paragraphs, index, at, stop)
      : (findClose(paragraphs, index, at, stop, own) ??
        findClose(paragraphs, index, at, stop, () => true));
  if (found !== undefined && !swallows(around, index, found.paragraph)) return found;
  let last = index;
  while (last + 1 < stop && !around.isSoftStop(last + 1)) last++;
  const within = found?.paragraph === last ? found : undefined;
  return within ?? { paragraph: last, offset: paragraphs[last]?.text.length ?? 0, closed: false };
}

/** An introduction with a quotation of its own stands between: the close belongs to that one. */
function swallows({ paragraphs, isSoftStop }: Surroundings, index: number, last: number): boolean {
  for (let i = index + 1; i < last; i++) {
    const text = paragraphs[i]?.text ?? '';
    const next = paragraphs[i + 1]?.text ?? '';
    if (isSoftStop(i) && /:\s*$/.test(text) && leadingMark(text) < 0 && leadingMark(next) >= 0)
      return true;
  }
  return false;
}

function findClose(
  paragraphs: readonly Paragraph[],
  index: number,
  at: number,
  stop: number,
  counts: (mark: Mark) => boolean,
): QuoteEnd | undefined {
  let depth = 0;
  const german = paragraphs[index]?.text[at] === '„';
  for (let i = index; i < stop; i++) {
    const text = paragraphs[i]?.text ?? '';
    const lead = i === index ? at : leadingMark(text);
    const own = readMarks(text).filter((mark) => counts(mark) && mark.at >= (i === index ? at : 0));
    for (const [n, mark] of own.entries()) {
      const closes = !mark.opens || (german && mark.character === '“');
      if (!closes) {
        if (i === index || mark.at !== lead) depth++;
        continue;
      }
      depth--;
      if (depth > 0) continue;
      const after = text.slice(mark.at + 1);
      const next = own[n + 1];
      // An inner quotation lost its opening mark, or gained one where a paragraph begins.
      const stray = next !== undefined && !next.opens && !german;
      const runsOn = i > index && /^\s*\p{Ll}/u.test(after);
      if (stray || runsOn) depth = 1;
      else return { paragraph: i, offset: mark.at + 1, closed: true };
    }
  }
  return undefined;
}

function findSingle(
  paragraphs: readonly Paragraph[],
  index: number,
  at: number,
  stop: number,
): QuoteEnd | undefined {
  for (let i = index; i < stop; i++) {
    const text = paragraphs[i]?.text ?? '';
    const close = readSingle(text).findLast((mark) => i > index || mark.at > at + 1);
    const after = text.slice((close?.at ?? 0) + 1);
    const ends = /^[\s.,;]*(?:$|[([¹²³⁴-⁹\p{Lu}])/u.test(after);
    if (close !== undefined && ends) return { paragraph: i, offset: close.at + 1, closed: true };
  }
  return undefined;
}
