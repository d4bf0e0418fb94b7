/** A change the quote declares in brackets. Offsets are those of the segment's text. */
export interface MarkedEdit {
  /** `letter`: `[T]he`; `words`: `[text]`; `note`: `[sic]`, `[emphasis added]`, `[footnotes omitted]`. */
  readonly kind: 'letter' | 'words' | 'note';
  readonly start: number;
  readonly end: number;
  /** What stands between the brackets. */
  readonly text: string;
}

/** A stretch of a quote without a gap. */
export interface QuoteSegment {
  /** Trimmed, without outer quotation marks and the marks repeated before each paragraph. */
  readonly text: string;
  readonly edits: readonly MarkedEdit[];
  /** A gap mark stands before it, also at the quote's very start; after it, also at its very end. */
  readonly gapBefore: boolean;
  readonly gapAfter: boolean;
  /** What it falls into when its bare ellipses are gaps. Absent where it has none. */
  readonly parts?: readonly QuoteSegment[];
}

export function readQuote(quote: string): QuoteSegment[] {
  throw new Error(`not built yet: ${quote}`);
}
