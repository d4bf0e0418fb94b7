// A quote as its writer marked it: stretches between gaps, and in them the changes declared in brackets.
import { readEdits, withoutEdits, type MarkedEdit } from './marked-edits.ts';
import { splitAtEllipses, splitAtGaps } from './gaps.ts';
import { stripOuterQuotes, trimSegment } from './quotation-marks.ts';

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

/** The segments of a quote, in order. Stretches without a letter or digit outside brackets are none. */
export function readQuote(quote: string): QuoteSegment[] {
  const segments = segmentsOf(splitAtGaps(stripOuterQuotes(quote)));
  return segments.map((segment) => {
    const parts = segmentsOf(splitAtEllipses(segment.text));
    const [only] = parts;
    if (only === undefined || (parts.length === 1 && !only.gapBefore && !only.gapAfter))
      return segment;
    return { ...segment, parts: inContext(parts, segment) };
  });
}

/** `pieces`: what stands between gaps; an empty first or last one means that the quote begins or ends with a gap. */
function segmentsOf(pieces: readonly string[]): QuoteSegment[] {
  return pieces.flatMap((piece, i) => {
    const text = trimSegment(piece, i > 0);
    const edits = readEdits(text);
    if (!/[\p{L}\p{N}]/u.test(withoutEdits(text, edits))) return [];
    return [
      {
        text,
        edits,
        gapBefore: i > 0,
        gapAfter: i < pieces.length - 1,
      },
    ];
  });
}

/** The outer parts have the gaps of the whole, too. */
function inContext(parts: readonly QuoteSegment[], whole: QuoteSegment): QuoteSegment[] {
  return parts.map((part, i) => ({
    ...part,
    gapBefore: part.gapBefore || (i === 0 && whole.gapBefore),
    gapAfter: part.gapAfter || (i === parts.length - 1 && whole.gapAfter),
  }));
}
