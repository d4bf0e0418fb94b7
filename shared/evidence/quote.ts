import type { MarkId, PersonId, QuoteId, SourceId } from './ids.ts';
import type { TextAnchor } from './mark.ts';
import type { Translation } from './translation.ts';

/** A stretch of the source that is printed. What lies between two of them is left out, which the print says: `[...]`. */
export interface QuotePassage {
  readonly anchor: TextAnchor;
  /** As in `Mark`. */
  readonly firstPage: number;
  readonly lastPage: number;
  readonly pageLabel: string;
  /** The mark it came from. */
  readonly mark?: MarkId;
}

/**
 * Where the print differs from the source, said in square brackets. Offsets are of the working text, inside one passage.
 * - `insertion`: `[text]` before `start`, or in the place of the words from `start` to `end`
 * - `case`: the letter from `start` to `end` in its other case: `[T]he`
 * - `sic`: `[sic]` at `start`, which is `end`
 */
export type QuoteEdit =
  | {
      readonly kind: 'insertion';
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }
  | { readonly kind: 'case' | 'sic'; readonly start: number; readonly end: number };

/** Words that stand out in print: made so by whoever quotes, or so in the original already. The print says which. */
export interface Emphasis {
  readonly start: number;
  readonly end: number;
  readonly by: 'added' | 'original';
}

/**
 * What a person decided about a quote. The words are the source's and are never typed: the printed text follows from this
 * and the working text (`shared/quote/render-quote.ts`).
 */
export interface QuoteContent {
  /** Which working copy the offsets belong to: `WorkingCopy.file`. */
  readonly workingFile: string;
  /** At least one, in the order of the source, apart from each other. */
  readonly passages: readonly QuotePassage[];
  /** In the order of the source; none overlaps another. */
  readonly edits: readonly QuoteEdit[];
  readonly emphasis: readonly Emphasis[];
  /** `[...]` before the first word: the quote begins inside a sentence, and says so. */
  readonly opensCut: boolean;
  /** `[...]` after the last word. */
  readonly endsCut: boolean;
  /** References to notes are left out and `[footnotes omitted]` stands at the end. */
  readonly footnotesOmitted: boolean;
  /** Why it is relied on; empty for none. */
  readonly note: string;
}

export interface Quote extends QuoteContent {
  readonly id: QuoteId;
  readonly source: SourceId;
  /** In another language, beside it. */
  readonly translation?: Translation;
  readonly madeBy: PersonId;
  readonly madeAt: number;
  readonly changedAt: number;
}

/** What of a quote is decided, without who made it and when. */
export function contentOf(quote: QuoteContent): QuoteContent {
  const { workingFile, passages, edits, emphasis, opensCut, endsCut, footnotesOmitted, note } =
    quote;
  return { workingFile, passages, edits, emphasis, opensCut, endsCut, footnotesOmitted, note };
}

/** The words it takes from its source, for lists: without the edits, which only the source's text can place. */
export function passagesText({ passages }: Pick<QuoteContent, 'passages'>): string {
  return passages.map(({ anchor }) => anchor.exact).join(' [...] ');
}
