// A segment of a quote made ready for looking: folded once, looked for in any number of sources.
import { foldSpace, foldTypography } from './fold-text.ts';
import { fuzzyQuery, type FuzzyQuery } from './fuzzy-query.ts';
import { readLiteral, readPatterns, type Literal, type Pattern } from './pattern.ts';
import type { QuoteSegment } from './quote-segments.ts';

export interface Query {
  readonly segment: QuoteSegment;
  /** The whole segment as it stands, brackets taken for text. */
  readonly plain: Literal;
  /** How it may stand in the source if its brackets are an editor's: best reading first. Empty without brackets. */
  readonly patterns: readonly Pattern[];
  /** Its words for an alignment; `fuzzy.size` counts those outside brackets. */
  readonly fuzzy: FuzzyQuery;
  readonly foldedSpace: string;
  readonly foldedTypography: string;
  readonly parts: readonly Query[];
}

export function prepareQuery(segment: QuoteSegment): Query {
  const { text, edits } = segment;
  const plain = readLiteral(text);
  const patterns = edits.length === 0 ? [] : readPatterns(text, edits);
  const reading = patterns[0] ?? { literals: [plain], joins: [] };
  return {
    segment,
    plain,
    patterns,
    fuzzy: fuzzyQuery(reading),
    foldedSpace: foldSpace(text),
    foldedTypography: foldTypography(text),
    parts: (segment.parts ?? []).map(prepareQuery),
  };
}
