import type { PreparedSource } from './prepare-source.ts';
import type { QuoteVerdict } from './verdict.ts';

export interface BestVerdict {
  /** Index of the source that agrees best; absent where no segment is found in any. */
  readonly best?: number;
  readonly verdict: QuoteVerdict;
  /** The other sources in which the quote is altered or better, by index. */
  readonly others: readonly { readonly index: number; readonly verdict: QuoteVerdict }[];
}

/**
 * Holds a quote against every source. The best has the smallest verdict, then the smaller sum of segment ranks, then the
 * higher mean similarity; of equal ones `preferred` (the cited source's index) wins, else the first.
 */
export function verifyAgainstAll(
  quote: string,
  sources: readonly PreparedSource[],
  preferred?: number,
): BestVerdict {
  throw new Error(`not built yet: ${quote.length} ${sources.length} ${preferred ?? ''}`);
}
