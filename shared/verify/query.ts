// A segment of a quote made ready for looking: folded once, looked for in any number of sources.
import { foldSpace, foldTypography } from './fold-text.ts';
import { fuzzyQuery, type FuzzyQuery } from './fuzzy-query.ts';
import { readLiteral, readPatterns, type Literal, type Pattern } from './pattern.ts';
import { findPageFurniture } from './page-furniture.ts';
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
  const body = withoutFurniture(text);
  const reading = patterns[0] ?? { literals: [plain], joins: [] };
  return {
    segment,
    plain,
    patterns,
    fuzzy: fuzzyQuery(reading),
    foldedSpace: foldSpace(body),
    foldedTypography: foldTypography(body),
    parts: (segment.parts ?? []).map(prepareQuery),
  };
}

/** A page number that was copied with the words around it counts as a space, as it does in the source. */
function withoutFurniture(text: string): string {
  if (!text.includes('\n')) return text;
  let out = '';
  let at = 0;
  for (const { start, end } of findPageFurniture(text)) {
    out += `${text.slice(at, start)} `;
    at = end;
  }
  return out + text.slice(at);
}
