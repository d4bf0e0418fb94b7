import type { SourceId } from '../evidence/ids.ts';
import type { RelatedSource } from '../evidence/relation.ts';
import type { TextRange } from '../text/text-map.ts';
import type { Difference, Tier } from '../verify/verdict.ts';

/** A quote in another source that goes with its own. */
export interface InRelated extends RelatedSource {
  readonly title: string;
  /** False where there is nothing to compare with. */
  readonly hasText: boolean;
  /** Absent where the quote is not even altered in it. */
  readonly tier?: Tier;
  /** `quote`: the words of the quote; `source`: those of that source. */
  readonly differences: readonly Difference[];
  /** Where its first part stands there. */
  readonly start?: number;
  readonly end?: number;
}

/** A source in which every passage of the quote stands, and where the first of them does. */
interface SameWords extends TextRange {
  readonly source: SourceId;
  readonly title: string;
}

export interface Elsewhere {
  readonly related: readonly InRelated[];
  /** Other sources in which every passage stands word for word: with the quote's own they are one origin. */
  readonly sameOrigin: readonly SameWords[];
}
