import { prepareSource, type PreparedSource } from './prepare-source.ts';
import { prepareQuery } from './query.ts';
import { readQuote } from './quote-segments.ts';
import { rankOf, type QuoteVerdict } from './verdict.ts';
import { placeSegments, verdictAt, worstTier, type Chosen } from './verify-quote.ts';

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
  const queries = readQuote(quote).map(prepareQuery);
  const found = sources.flatMap((source, index): Placed[] => {
    const chosen = placeSegments(queries, source);
    if (chosen.every(({ found: place }) => place === undefined)) return [];
    return [{ index, source, chosen, score: scoreOf(chosen) }];
  });
  const best = found.toSorted((a, b) => compare(a, b, preferred))[0];
  if (best === undefined)
    return { verdict: verdictAt(placeSegments(queries, empty), empty), others: [] };
  const others = found
    .filter((own) => own !== best && rankOf(worstTier(own.chosen)) <= rankOf('altered'))
    .map(({ index, chosen, source }) => ({ index, verdict: verdictAt(chosen, source) }));
  return { best: best.index, verdict: verdictAt(best.chosen, best.source), others };
}

/** Nothing is found in it. */
const empty = prepareSource({ text: '', skipped: [], sections: [] });

interface Placed {
  readonly index: number;
  readonly source: PreparedSource;
  readonly chosen: readonly Chosen[];
  /** Smaller is better, the first number first. */
  readonly score: readonly number[];
}

function scoreOf(chosen: readonly Chosen[]): number[] {
  const ranks = chosen.reduce((sum, { tier }) => sum + rankOf(tier), 0);
  const similarity = chosen.reduce((sum, { found }) => sum + (found?.similarity ?? 0), 0);
  return [rankOf(worstTier(chosen)), ranks, -similarity / Math.max(1, chosen.length)];
}

function compare(a: Placed, b: Placed, preferred: number | undefined): number {
  for (const [i, own] of a.score.entries()) {
    const difference = own - (b.score[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(b.index === preferred) - Number(a.index === preferred) || a.index - b.index;
}
